import ArrowDown from '@lucide/svelte/icons/arrow-down'
import ArrowUp from '@lucide/svelte/icons/arrow-up'
import Ban from '@lucide/svelte/icons/ban'
import Check from '@lucide/svelte/icons/check'
import ChevronRight from '@lucide/svelte/icons/chevron-right'
import CircleHelp from '@lucide/svelte/icons/circle-question-mark'
import Clock from '@lucide/svelte/icons/clock'
import Download from '@lucide/svelte/icons/download'
import FileText from '@lucide/svelte/icons/file-text'
import GripVertical from '@lucide/svelte/icons/grip-vertical'
import History from '@lucide/svelte/icons/history'
import House from '@lucide/svelte/icons/house'
import Info from '@lucide/svelte/icons/info'
import LogIn from '@lucide/svelte/icons/log-in'
import Mail from '@lucide/svelte/icons/mail'
import MapPin from '@lucide/svelte/icons/map-pin'
import Menu from '@lucide/svelte/icons/menu'
import MessageCircle from '@lucide/svelte/icons/message-circle'
import Pause from '@lucide/svelte/icons/pause'
import Pencil from '@lucide/svelte/icons/pencil'
import PenLine from '@lucide/svelte/icons/pen-line'
import Plus from '@lucide/svelte/icons/plus'
import Settings from '@lucide/svelte/icons/settings'
import Square from '@lucide/svelte/icons/square'
import TextAlignStart from '@lucide/svelte/icons/text-align-start'
import Trash from '@lucide/svelte/icons/trash-2'
import TriangleAlert from '@lucide/svelte/icons/triangle-alert'
import Undo from '@lucide/svelte/icons/undo-2'
import Upload from '@lucide/svelte/icons/upload'
import Users from '@lucide/svelte/icons/users'
import X from '@lucide/svelte/icons/x'

/** The one set of icons, by what they mean here. */
export const ICONES = {
  accueil: House,
  actions: TextAlignStart,
  aide: CircleHelp,
  ajouter: Plus,
  alerte: TriangleAlert,
  annuler: Undo,
  bas: ArrowDown,
  contrat: FileText,
  courriel: Mail,
  discuter: MessageCircle,
  ecrire: Pencil,
  entrer: LogIn,
  exporter: Download,
  fait: Check,
  fermer: X,
  haut: ArrowUp,
  historique: History,
  horloge: Clock,
  importer: Upload,
  info: Info,
  interdit: Ban,
  lieu: MapPin,
  menu: Menu,
  partenaires: Users,
  pause: Pause,
  poignee: GripVertical,
  reglages: Settings,
  signer: PenLine,
  suite: ChevronRight,
  supprimer: Trash,
  vide: Square
} as const

export type NomIcone = keyof typeof ICONES
