import Archive from '@lucide/svelte/icons/archive'
import ArrowDown from '@lucide/svelte/icons/arrow-down'
import ArrowUp from '@lucide/svelte/icons/arrow-up'
import ArrowUpDown from '@lucide/svelte/icons/arrow-up-down'
import Ban from '@lucide/svelte/icons/ban'
import BookOpen from '@lucide/svelte/icons/book-open'
import Building from '@lucide/svelte/icons/building-2'
import Calendar from '@lucide/svelte/icons/calendar'
import ChartColumn from '@lucide/svelte/icons/chart-column'
import Check from '@lucide/svelte/icons/check'
import ChevronRight from '@lucide/svelte/icons/chevron-right'
import CircleHelp from '@lucide/svelte/icons/circle-question-mark'
import Clock from '@lucide/svelte/icons/clock'
import Copy from '@lucide/svelte/icons/copy'
import Download from '@lucide/svelte/icons/download'
import Euro from '@lucide/svelte/icons/euro'
import Eye from '@lucide/svelte/icons/eye'
import FileText from '@lucide/svelte/icons/file-text'
import Globe from '@lucide/svelte/icons/globe'
import GripVertical from '@lucide/svelte/icons/grip-vertical'
import History from '@lucide/svelte/icons/history'
import House from '@lucide/svelte/icons/house'
import Info from '@lucide/svelte/icons/info'
import Link from '@lucide/svelte/icons/link'
import Lock from '@lucide/svelte/icons/lock'
import LogIn from '@lucide/svelte/icons/log-in'
import LogOut from '@lucide/svelte/icons/log-out'
import Mail from '@lucide/svelte/icons/mail'
import MapPin from '@lucide/svelte/icons/map-pin'
import Menu from '@lucide/svelte/icons/menu'
import MessageCircle from '@lucide/svelte/icons/message-circle'
import Network from '@lucide/svelte/icons/network'
import Pause from '@lucide/svelte/icons/pause'
import PenLine from '@lucide/svelte/icons/pen-line'
import Pencil from '@lucide/svelte/icons/pencil'
import Phone from '@lucide/svelte/icons/phone'
import Plus from '@lucide/svelte/icons/plus'
import Printer from '@lucide/svelte/icons/printer'
import Search from '@lucide/svelte/icons/search'
import Settings from '@lucide/svelte/icons/settings'
import Square from '@lucide/svelte/icons/square'
import TextAlignStart from '@lucide/svelte/icons/text-align-start'
import Trash from '@lucide/svelte/icons/trash-2'
import TrendingUp from '@lucide/svelte/icons/trending-up'
import TriangleAlert from '@lucide/svelte/icons/triangle-alert'
import Undo from '@lucide/svelte/icons/undo-2'
import Upload from '@lucide/svelte/icons/upload'
import User from '@lucide/svelte/icons/user'
import Users from '@lucide/svelte/icons/users'
import X from '@lucide/svelte/icons/x'

/** The one set of icons, by what they mean here. */
export const ICONES = {
  accueil: House,
  actions: TextAlignStart,
  agenda: Calendar,
  aide: CircleHelp,
  ajouter: Plus,
  alerte: TriangleAlert,
  annuler: Undo,
  archiver: Archive,
  bas: ArrowDown,
  capitalisation: BookOpen,
  chercher: Search,
  contrat: FileText,
  copier: Copy,
  courriel: Mail,
  diagnostic: ChartColumn,
  discuter: MessageCircle,
  ecrire: Pencil,
  entrer: LogIn,
  euro: Euro,
  evaluation: TrendingUp,
  exporter: Download,
  fait: Check,
  fermer: X,
  haut: ArrowUp,
  historique: History,
  horloge: Clock,
  importer: Upload,
  imprimer: Printer,
  info: Info,
  interdit: Ban,
  lien: Link,
  lieu: MapPin,
  menu: Menu,
  partenaires: Users,
  pause: Pause,
  personne: User,
  poignee: GripVertical,
  public: Globe,
  quitter: LogOut,
  reglages: Settings,
  reseau: Network,
  signer: PenLine,
  structure: Building,
  suite: ChevronRight,
  supprimer: Trash,
  telephone: Phone,
  trier: ArrowUpDown,
  verrou: Lock,
  vide: Square,
  voir: Eye
} as const

export type NomIcone = keyof typeof ICONES
