"""The states of the player screen as views, in the words of the bundled kit's two languages."""

from dataclasses import replace

from kit_app.views.player import Panel, PathBar, PlayerView, Scene, SceneField

BARS = (
    PathBar(letter="A", name="Lieux", solved=1, total=3),
    PathBar(letter="B", name="Personnes", solved=0, total=3),
    PathBar(letter="C", name="Machines", solved=1, total=2),
    PathBar(letter="D", name="Final", solved=0, total=3),
)
FULL = tuple(replace(bar, solved=bar.total if bar.letter != "D" else 1) for bar in BARS)

PLAY = PlayerView(
    phase="playing",
    game_title="Bouclage à 45",
    masthead="Le Cancan Illustré",
    team="Les Indiscrets",
    idle_title="Prêts\u00a0?",
    idle_lines=("Les Indiscrets",),
    clock_style="clock",
    clock_label="Bouclage dans",
    has_clock=True,
    remaining_ms=2_020_000,
    total_ms=2_700_000,
    bars=BARS,
    envelope="Enveloppe A2\u00a0: vous pouvez ouvrir.",
    envelope_path="A",
    notice="",
    panel=None,
    scene=None,
    is_blacked_out=False,
)
IDLE = replace(PLAY, phase="idle", has_clock=False, envelope="", envelope_path=None)
PITCH = replace(
    IDLE,
    scene=Scene(
        look="pitch",
        title="Le Cancan Illustré",
        lines=(
            "La une est vide. Le journal boucle dans 45 minutes.",
            "La chanteuse Ysaline Brume serait à l'hôpital du Val d'Orsenne.",
        ),
        turn="Répartissez-vous\u00a0: trois tables, trois pistes",
        masthead="Le Cancan Illustré",
        dateline="mardi 12 mars · 18\u00a0h\u00a015",
        edition="Édition spéciale",
        foot="Bouclage à 45 · tout est fictif\u00a0; dehors, tout cela est interdit.",
    ),
)
HINT = replace(
    PLAY,
    panel=Panel(
        kind="hint",
        heading="Indice 1 · Trop de partages",
        path="B",
        text="Tout est public. Lisez les légendes, pas les images.",
    ),
)
LONG_HINT = replace(
    PLAY,
    panel=Panel(
        kind="hint",
        heading="Indice 3 · Cinq messages pour la compta",
        path="B",
        text="C3 est normal (4). C2\u00a0: un 1 à la place d'un l. C1\u00a0: un RIB qui change. "
        "C4\u00a0: inconnue. C5\u00a0: une pièce jointe en double. Le numéro du portail est dans le bon.",
    ),
)
MESSAGE = replace(
    PLAY,
    panel=Panel(kind="message", heading="Message", path=None, text="Une pièce est sous la table C."),
)
PAUSE = replace(PLAY, phase="paused", notice="Pause\u00a0: le temps s'arrête.")
FIVE = replace(PLAY, notice="Il reste cinq minutes.", remaining_ms=300_000, bars=FULL)
PORTAL = replace(
    PLAY,
    envelope="Enveloppe D1\u00a0: vous pouvez ouvrir.",
    envelope_path="D",
    scene=Scene(
        look="portal",
        band="Écran de jeu – fictif",
        title="Val d'Orsenne — accès distants",
        lines=("1 Messagerie", "2 Téléconsultation", "3 Maintenance fournisseurs", "4 Congés"),
        fields=(
            SceneField(label="Portail", value="3"),
            SceneField(label="Compte", value="ZEPHINORD"),
            SceneField(label="Mot de passe", value=""),
        ),
    ),
)
PORTAL_LOCKED = replace(
    PORTAL, scene=replace(PORTAL.scene, notice="Compte verrouillé\u00a0: voilà une bonne défense.")
)
PORTAL_HINT = replace(PORTAL, panel=HINT.panel)
RED = replace(
    PLAY,
    remaining_ms=292_000,
    envelope="Enveloppe D3\u00a0: vous pouvez ouvrir.",
    envelope_path="D",
    scene=Scene(
        look="alert",
        title="Vos fichiers sont chiffrés.",
        lines=("Un vrai criminel est passé par ZEPHINORD.",),
        turn="Vous êtes maintenant du côté de l'hôpital.",
        band="Écran de jeu – fictif",
    ),
)
RED_SAID = replace(RED, notice="Pas encore.")
RED_HINT = replace(RED, panel=HINT.panel)
GUIDED = replace(RED, phase="guided", clock_label="Dernier exercice", remaining_ms=240_000)
TIME_OVER = replace(
    PLAY,
    phase="guided",
    has_clock=False,
    remaining_ms=0,
    envelope="",
    scene=Scene(
        look="time-over",
        title="L'heure du bouclage est passée.",
        lines=("Une dernière chose compte encore.",),
    ),
)
EMERGENCY = replace(
    TIME_OVER,
    phase="paused",
    scene=Scene(
        look="emergency",
        title="On s'arrête. Le service passe d'abord.",
        lines=("Pause\u00a0: le temps s'arrête.",),
    ),
)
TIME_OVER_TIMED = replace(TIME_OVER, has_clock=True, remaining_ms=240_000, clock_label="Dernier exercice")
FRONT = replace(
    PLAY,
    phase="closing",
    has_clock=False,
    scene=Scene(
        look="front-page",
        title="La une restera blanche.",
        lines=("La santé d'Ysaline Brume ne regarde qu'elle.",),
        turn="Les réflexes étaient les vôtres.",
        masthead="Le Cancan Illustré",
        dateline="mardi 12 mars",
        edition="Édition spéciale",
        foot="Cette page a été laissée blanche exprès.",
    ),
)
DEBRIEF = replace(
    FRONT,
    phase="ended",
    scene=Scene(
        look="debrief",
        title="On en parle",
        heading="Rien n'est noté avec un nom, on ne juge personne.",
        points=(
            "Un registre, ça se ferme\u00a0: une fiche par visiteur, rangée aussitôt, et on accompagne.",
        ),
    ),
)
DEBRIEF_PATH = replace(
    DEBRIEF,
    scene=Scene(
        look="debrief",
        title="On en parle",
        heading="Final",
        path="D",
        points=(
            "Un mot de passe long et unique (phrase de passe ou gestionnaire), et un second facteur.",
            "Cinq traits vérifiés, dits par la personne ou lus sur sa pièce d'identité, avant d'agir ou "
            "d'ouvrir un dossier. Et je n'ouvre que les dossiers dont j'ai besoin.",
            "Isoler, laisser allumé, appeler la direction puis le prestataire, noter, continuer sur papier, "
            "signaler. Se tromper n'est pas grave, se taire si.",
        ),
    ),
)
BLACK = replace(PLAY, is_blacked_out=True)
BAR = replace(PLAY, clock_style="bar")
NONE = replace(PLAY, clock_style="none")

STATES = {
    "idle": IDLE,
    "pitch": PITCH,
    "play": PLAY,
    "hint": HINT,
    "long-hint": LONG_HINT,
    "message": MESSAGE,
    "pause": PAUSE,
    "five": FIVE,
    "portal": PORTAL,
    "portal-locked": PORTAL_LOCKED,
    "portal-hint": PORTAL_HINT,
    "red": RED,
    "red-said": RED_SAID,
    "red-hint": RED_HINT,
    "guided": GUIDED,
    "time-over": TIME_OVER,
    "time-over-timed": TIME_OVER_TIMED,
    "emergency": EMERGENCY,
    "front": FRONT,
    "debrief": DEBRIEF,
    "debrief-path": DEBRIEF_PATH,
    "black": BLACK,
    "bar": BAR,
    "no-clock": NONE,
}
_WORDS = "Relisez les légendes des images, puis comparez-les aux heures du registre. "
LONGEST = (_WORDS * 5)[:279] + "."
"""As long as a message may be."""
LABEL = "Les Curieux du troisième étage"
"""As long as a team's name may be."""
THREE_LINES = (
    "Connexion réussie. Aucun second contrôle demandé. Cet accès est enregistré avec son heure, "
    "son adresse et le nom du compte, puis gardé pendant un an par le service informatique."
)
_THREE_ENVELOPES = (
    "Sceau A3\u00a0: vous pouvez le rompre.\nCarte B2\u00a0: vous pouvez ouvrir le rabat.\n"
    "Enveloppes A1, B1, C1\u00a0: vous pouvez ouvrir."
)


def _with_longest(view: PlayerView) -> PlayerView:
    return replace(view, panel=replace(HINT.panel, text=LONGEST))


PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 165">'
    '<rect x="10" y="10" width="190" height="145" fill="#16202C"/>'
    '<circle cx="105" cy="82" r="50" fill="#C8352C"/></svg>'
)


def _with(view: PlayerView, **changes: str) -> PlayerView:
    return replace(view, panel=replace(HINT.panel, **changes))


EXTREMES = {
    "picture": _with(PLAY, picture=PICTURE),
    "picture-longest": _with(PLAY, picture=PICTURE, text=LONGEST),
    "portal-picture": _with(PORTAL, picture=PICTURE),
    "red-picture": _with(RED, picture=PICTURE),
    "listen": _with(PLAY, listen="Écoutez."),
    "listen-picture": _with(PLAY, picture=PICTURE, listen="Écoutez.", text=LONGEST[:120]),
    "longest-hint": _with_longest(PLAY),
    "longest-hint-paused": _with_longest(replace(PAUSE, notice=THREE_LINES)),
    "longest-message": replace(MESSAGE, panel=replace(MESSAGE.panel, text=LONGEST)),
    "portal-longest-hint": _with_longest(PORTAL),
    "red-longest-hint": _with_longest(RED),
    "label": replace(IDLE, team=LABEL),
    "label-pitch": replace(PITCH, team=LABEL),
    "label-front": replace(FRONT, team=LABEL),
    "label-debrief": replace(DEBRIEF_PATH, team=LABEL),
    "notice": replace(PLAY, notice=THREE_LINES, envelope=""),
    "notice-and-envelopes": replace(PLAY, notice=THREE_LINES, envelope=_THREE_ENVELOPES),
    "envelopes": replace(PLAY, envelope=_THREE_ENVELOPES),
    "portal-notice": replace(PORTAL, scene=replace(PORTAL.scene, notice=THREE_LINES)),
    "portal-beside": replace(PORTAL_LOCKED, notice=THREE_LINES, envelope=_THREE_ENVELOPES),
    "red-notice": replace(RED, notice=THREE_LINES),
    "emergency-message": replace(EMERGENCY, panel=MESSAGE.panel),
    "emergency-longest": replace(EMERGENCY, panel=replace(MESSAGE.panel, text=LONGEST)),
    "time-over-notice": replace(TIME_OVER_TIMED, notice=THREE_LINES),
}
SIZES = ((1024, 768), (1366, 768), (1920, 1080), (3840, 2160))
