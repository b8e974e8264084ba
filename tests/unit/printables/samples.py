"""One sample of every thing that is printed, and ways to look at what was drawn."""

from dataclasses import replace
from functools import cache
from io import BytesIO

import pypdfium2
import zxingcpp
from PIL import Image

from kit_app.assets import resources_dir
from printables.layout.boxes import A4, A5, A6, A7
from printables.layout.shapes import ROLE_OUTLINES
from printables.products.answer_sheet import AnswerBox, AnswerGroup, AnswerSheet
from printables.products.badges import Badge
from printables.products.blocks import (
    CheckList,
    Choice,
    Choices,
    Column,
    Divider,
    Field,
    Fields,
    Items,
    Mono,
    Quote,
    Table,
    Text,
)
from printables.products.calls import CallCard, CallResult
from printables.products.cards import ClueCard
from printables.products.deck import Deck, Section, write_deck
from printables.products.face import CardFace, Shown
from printables.products.folder import FolderSheet
from printables.products.front_page import FrontPage
from printables.products.item import Item
from printables.products.labels import Content, EnvelopeLabel, FlapLabel
from printables.products.logs import Log
from printables.products.messages import MailPrintout
from printables.products.paper_cards import PaperCard
from printables.products.pitch_card import PitchCard
from printables.products.portal import PortalCard
from printables.products.posts import Post
from printables.products.procedure import Listed, Procedure
from printables.products.prop import PropCard
from printables.products.role_cards import RoleCard
from printables.products.sign import Sign
from printables.products.step_cards import StepCard
from printables.products.storyboard import Frame, Storyboard
from printables.products.text_file import TextFile
from printables.products.tray_papers import Form, Memo, Menu, Recipe, StickerSheet, TillSlip
from printables.products.windows import RecordsWindow
from printables.render.look import Look, SheetWords, font_files
from printables.units import pt
from tests.unit.printables.document_samples import document_samples
from tests.unit.printables.poster_samples import poster_samples
from tests.unit.printables.printer_samples import printer_samples

FICTION = "Jeu – données fictives – Bouclage à 45"
SET = "jeu TXR9"
CODES = ("NPBDXF", "KTXKDR", "CDFKFV", "RKVVHR", "BENEND", "SFVDSC", "CYBYNY", "PNGGBX")
CODE_SET = frozenset(CODES)


@cache
def sample_look() -> Look:
    return Look(
        fonts=font_files(resources_dir() / "fonts"),
        words=SheetWords(
            fold="pli",
            glue="colle",
            sheet="feuille {n}/{total}",
            page="page {n} / {total}",
            set_name="jeu {set_id}",
            ruler="Cette règle mesure 100 mm.",
            facilitator_only="Animateur seulement",
        ),
        language="fr",
        kit_line="Sant'Escape – sécurité numérique 1.0",
    )


def face(
    card_id: str = "P06-C1", title: str = "Allô, le support\u00a0?", *, code: str | None = CODES[0]
) -> CardFace:
    return CardFace(
        card_id=card_id,
        title=title,
        set_id="TXR9",
        n=23,
        total=71,
        set_label=SET,
        fiction=FICTION,
        path="B",
        path_line="Piste B – Personnes · appel 1 sur 4",
        code=code,
    )


CLUE = ClueCard(
    face=face(),
    ring=True,
    blocks=(
        Text(text="Le support demande :", quiet=True),
        Quote(text="«\u00a0Votre unité\u00a0?\u00a0»"),
        Choices(rows=(Choice(text="Unité A", letter="L"), Choice(text="Unité B", letter="R"))),
        Text(text="Notez la lettre de **votre** réponse."),
    ),
)
CALL = CallCard(
    face=face(),
    intro="Le support demande :",
    quote="«\u00a0Votre unité\u00a0?\u00a0»",
    choices=(Choice(text="Unité A", letter="L"), Choice(text="Unité B", letter="R")),
    prompt="Notez la lettre de votre réponse.",
)
RESULT = CallResult(
    face=face("P06-C5", code=CODES[1]),
    heading="Compte fournisseur",
    lines=("Pas d'autre contrôle.",),
    flap="rabat à sceller",
)
FLAPPED = ClueCard(
    face=face("P06-C5", code=CODES[1]), flap="rabattre et coller", letter="S", blocks=(Text(text="Compte."),)
)
LOG = ClueCard(
    face=face("P08-C3", code=CODES[3]),
    size=A5,
    blocks=(
        Table(
            columns=(Column(label="Heure", mono=True), Column(label="Événement", share=3, mono=True)),
            rows=(("12:21", "copie de 1 fichier : acces_zephilog.txt"),) * 4,
        ),
        Fields(fields=(Field(label="Mot", boxes=7), Field(label="Compte"))),
        CheckList(items=("écrans allumés",)),
        Mono(lines=("OAYBFQ LQBTUZADP",), framed=True),
        Divider(),
    ),
)
PICTURE = Shown(
    "images/square.svg",
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 32">'
    b'<rect width="28" height="32" fill="#FFD23F"/></svg>',
)
POST = Post(
    face=face("P05-S1", code=CODES[4]), handle="@maelle.orsenne", text="Un **chat**.", picture=PICTURE
)
PITCH = PitchCard(
    face=replace(face("P00", "Bouclage à 45", code=None), path=None),
    masthead="Le Cancan Illustré",
    text="18 h 15. Le Cancan Illustré boucle dans 45 minutes et la une est vide. " * 3,
)
PAPER_CARD = PaperCard(
    title="Écran rouge, clic de trop\u00a0?",
    size=A6,
    blocks=(Items(items=("J'isole.", "J'appelle."), numbered=True, on_discs=True, size=pt(14)),),
    foot="Sant'Escape",
    foot_right="K13 · 1.0",
    ground="#F1DFBF",
    picture=PICTURE,
)
STORY = Storyboard(
    title="Écran rouge",
    length="45 s",
    frames=tuple(
        Frame(time=f"{n * 7}–{n * 7 + 7} s", text="Elle débranche le câble.", picture=PICTURE)
        for n in range(6)
    ),
    foot=FICTION,
)
BADGE = Badge(
    role_id="R1",
    role="Rédac' chef",
    name="Dominique Bouclard",
    pen_name="nom de plume :",
    masthead="Le Cancan Illustré",
    card_words="Carte de presse",
    shape="diamond",
    set_label=SET,
    fiction=FICTION,
    back_words="Prénom :",
    promise="Dès demain, je…",
)
ROLE = RoleCard(
    face=replace(face("R5", "Stagiaire numérique", code=CODES[6]), path=None),
    shapes=("half-disc", "hexagon"),
    facts_title="Vous seul savez :",
    facts=("«\u00a0Un journal seul ne dit rien.\u00a0»",),
    late_title="Aux écrans rouges :",
    late=("«\u00a0Le signalement ferme la marche.\u00a0»",),
    fold="rabattre",
    picture=PICTURE,
)
LABEL = EnvelopeLabel(
    code="B2", path="B", words="N'ouvrir que si l'écran l'autorise", set_label=SET, fiction=FICTION
)
FLAP = FlapLabel(
    code="B2",
    path="B",
    contents=tuple(Content(card_id=f"P06-C{n}", code=CODES[0]) for n in range(1, 11)),
    set_label=SET,
    fiction=FICTION,
)
PORTAL = PortalCard(
    face=replace(face("P10-C1", "Le portail", code=CODES[7]), path="D"),
    band="Écran de jeu – fictif",
    heading="Accès distants",
    entries=("Messagerie", "Congés"),
    fields=("Compte", "Mot de passe"),
)
MAIL = MailPrintout(
    head=(("De :", "facturation@zephi1og.example"), ("Objet :", "Facture")), body=("Rappel.",), printed="1/1"
)
PROCEDURE = Procedure(
    lists=(Listed(heading="Expéditeurs", lines=("p.olivier@ch-valdorsenne.example",)),),
    rules=("Deux signatures.", "On rappelle."),
    signs_heading="Signes",
    signs=(("0", "adresse sosie"), ("1", "message normal"), ("2", "urgence et secret")),
    note="Un seul est normal.",
)
PAPER_LINES = ("Motif : repos.", "250 g de carottes, 3 œufs, 150 g de farine, 40 min à 180 °C.")
THINGS = {
    "message": (MAIL, A5),
    "procedure": (PROCEDURE, A5),
    "log-sheet": (
        Log(
            heading="POSTES",
            columns=("Heure", "Action"),
            rows=(
                ("12:21", "copie de 1 fichier : acces_zephilog.txt dans le dossier"),
                ("12:48", "ouverture"),
            ),
        ),
        A5,
    ),
    "stickers": (
        StickerSheet(
            heading="Étiquettes",
            columns=("n°", "IPP", "sexe", "année", "heure d'édition"),
            rows=(("1", "804117", "F", "1952", "17:05"),) * 8,
        ),
        A5,
    ),
    "slip": (TillSlip(heading="MOUVEMENT", lines=PAPER_LINES), A5),
    "menu": (Menu(heading="Menu du self", lines=PAPER_LINES), A5),
    "form": (Form(heading="Demande de congé", lines=PAPER_LINES), A5),
    "recipe": (Recipe(heading="Gâteau aux carottes", lines=PAPER_LINES), A5),
    "memo": (Memo(heading="Compte rendu, page 2/3", lines=PAPER_LINES), A5),
    "text-file": (
        TextFile(name="acces.txt", opening="Dernier passage.", lines=("OAYBFQ LQB", "EMZE"), note="clair"),
        A5,
    ),
    "records": (
        RecordsWindow(
            warning="Avant d'ouvrir : vérifiez.",
            columns=(("étiq.", 1), ("nom de naissance", 3)),
            rows=(("1", "MARVALIN"), ("4", "MARVAL")),
        ),
        A4,
    ),
    "ordering": (StepCard(letter="S", text="J'isole."), A6),
    "ordering-picture": (StepCard(letter="S", text="J'isole.", picture=PICTURE), A6),
}
FOLDER = FolderSheet(face=face("P04-F", code=None), words="Bac du copieur")
ANSWERS = AnswerSheet(
    face=replace(face("FR", "Feuille de réponses", code=None), path=None),
    groups=(
        AnswerGroup(path=None, label="Début", boxes=(AnswerBox(number="1", title="Le registre"),)),
        AnswerGroup(
            path="D",
            label="Piste D",
            boxes=(AnswerBox(number="10", title="Le portail", parts=("a", "b", "c")),),
        ),
    ),
)
FRONT_PAGE = FrontPage(
    masthead="Le Cancan Illustré",
    date_line="mardi 24 novembre 2026",
    headline="La une restera blanche.",
    text="Sa santé ne regarde qu'elle.",
    team_line="Les Indiscrets",
    fiction=FICTION,
    edition="Édition spéciale",
    price="Prix : votre discrétion",
    caption="Cette page a été laissée blanche exprès.",
)


def samples() -> dict[str, Item]:
    """Every product by a name; documents as their first page."""
    look = sample_look()
    return {
        "call": CALL,
        "call-result": RESULT,
        "clue": CLUE,
        "clue-flapped": FLAPPED,
        "log": LOG,
        "clue-a4": replace(LOG, size=A4),
        "clue-a5-wide": replace(CLUE, size=A5.turned),
        "clue-a7": ClueCard(face=face(), blocks=(Text(text="Un mot."),), size=A7),
        "clue-without-code": replace(CLUE, face=face(code=None)),
        **{
            name: PropCard(face=face(code=CODES[number % len(CODES)]), thing=thing, size=size)
            for number, (name, (thing, size)) in enumerate(THINGS.items())
        },
        "post": POST,
        "post-bare": replace(POST, picture=None, face=face("P05-S8", code=CODES[5])),
        "badge": BADGE,
        "badge-face": replace(BADGE, picture=PICTURE),
        "badge-back": replace(BADGE, back=True),
        "badge-to-fill": replace(BADGE, name="", shape=list(ROLE_OUTLINES)[-1]),
        "role-card": ROLE,
        "label": LABEL,
        "flap": FLAP,
        "portal": PORTAL,
        "folder": FOLDER,
        "folder-inside": replace(FOLDER, inside=True, words="Local 426"),
        "answer-sheet": ANSWERS,
        "front-page": FRONT_PAGE,
        "sign": Sign(title="Piste B – Personnes", path="B", foot=FICTION),
        "sign-door": Sign(title="Jeu en cours", line="Tout est fictif", arrow="left", foot=FICTION),
        "sign-upright": Sign(title="Salle", path="C", arrow="down", size=A4),
        "sign-picture": Sign(title="Salle de rédaction", line="Le Cancan Illustré", picture=PICTURE),
        "sign-picture-upright": Sign(title="Salle", arrow="down", size=A4, picture=PICTURE),
        "storyboard": STORY,
        "storyboard-short": replace(STORY, frames=STORY.frames[:4]),
        "pitch": PITCH,
        **poster_samples(),
        "paper-card": PAPER_CARD,
        "paper-card-back": replace(PAPER_CARD, title="Jamais", picture=None, logo=PICTURE.content),
        "paper-card-a5": replace(PAPER_CARD, size=A5),
        **printer_samples(look),
        **document_samples(look),
    }


def sample_deck() -> Deck:
    sections = [Section(title=name, items=(item,)) for name, item in samples().items()]
    return Deck(title="Essai", author="Kit", sheet_line="jeu TXR9 · kit 1.0", sections=sections)


def drawn(deck: Deck, look: Look | None = None) -> bytes:
    target = BytesIO()
    write_deck(deck, look or sample_look(), target)
    return target.getvalue()


def deck_of(*items: Item) -> Deck:
    return Deck(title="Essai", author="Kit", sections=(Section(title="Essai", items=items),))


def pages(data: bytes, dpi: int) -> list[Image.Image]:
    with pypdfium2.PdfDocument(data) as document:
        return [page.render(scale=dpi / 72).to_pil() for page in document]


def read_codes(image: Image.Image) -> list[str]:
    return sorted(
        found.text for found in zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)
    )
