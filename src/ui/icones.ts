import {
  type IconNode,
  Archive,
  ArrowDown,
  ArrowUp,
  ArrowUpDown,
  Ban,
  BookOpen,
  Building2 as Building,
  Calendar,
  ChartColumn,
  Check,
  ChevronRight,
  CircleQuestionMark as CircleHelp,
  Clock,
  Copy,
  Download,
  Euro,
  Eye,
  FileText,
  Globe,
  GripVertical,
  History,
  House,
  Info,
  Link,
  Lock,
  LogIn,
  LogOut,
  Mail,
  MapPin,
  Menu,
  MessageCircle,
  Network,
  Pause,
  PenLine,
  Pencil,
  Phone,
  Plus,
  Printer,
  Search,
  Settings,
  Square,
  TextAlignStart,
  Trash2 as Trash,
  TrendingUp,
  TriangleAlert,
  Undo2 as Undo,
  Upload,
  User,
  Users,
  X
} from 'lucide'

/** The one set of icons, by what they mean here. */
const DESSINS = {
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
} satisfies Record<string, IconNode>

export type NomIcone = keyof typeof DESSINS

/** What stands inside the svg of each icon, written once for all: a page may show two hundred of them. */
export const TRACES = Object.fromEntries(
  Object.entries(DESSINS).map(([nom, dessin]) => [
    nom,
    dessin
      .map(
        ([forme, traits]) =>
          `<${forme}${Object.entries(traits)
            .map(([nom, valeur]) => ` ${nom}="${valeur}"`)
            .join('')}/>`
      )
      .join('')
  ])
) as Record<NomIcone, string>
