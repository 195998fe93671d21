"""What to draw, in which format and look, and where to: the dialog before an export. It remembers nothing itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QFormLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from engine.files import check_target, sentence
from engine.parameter import QT_TRANSLATE_NOOP, Parameter, SettingsError
from gui.export.format import FORMATS, MOST_PIXELS, Options, fits, pixel_size
from gui.i18n import LANGUAGES, error_words, words
from gui.theme import Theme
from gui.widgets.choice import Choice
from gui.widgets.number_field import FramedEdit, NumberField
from gui.widgets.painting import tint
from gui.widgets.segments import Segments

SIDE = Parameter("int", QT_TRANSLATE_NOOP("engine", "Size"), low=200, high=10_000)
SCALES = range(1, 9)
LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that can be drawn: its key, its name in the reader's language, its logical size on the screen."""

    key: str
    name: str
    size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """What was asked for. `path` is the file to write; None means the clipboard (as an image, whatever the format)."""

    subject: str
    format: str = "png"
    size: tuple[int, int] = (1280, 800)
    options: Options = field(default_factory=Options)
    path: str | None = None


class ExportDialog(QDialog):
    """Asks for everything an export needs and has it done by `perform`, which may raise OSError or SettingsError.

    A failure is told in one sentence and the dialog stays. `defaults` are shown at the start, its `path` as a proposal;
    the recipe in its options is passed on untouched.
    """

    def __init__(
        self,
        theme: Theme,
        subjects: Sequence[Subject],
        defaults: ExportRequest,
        perform: Callable[[ExportRequest], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.native = True
        self._subjects = {subject.key: subject for subject in subjects}
        self._defaults, self._perform = defaults, perform
        self._build()
        self._show(defaults)
        self.set_theme(theme)
        self.retranslate()
        self._connect()

    def _build(self) -> None:
        theme = self.theme
        self.subject, self.format, self.scale = Choice(theme), Choice(theme), Choice(theme)
        self.width_field, self.height_field = (NumberField(theme, SIDE, SIDE.low, self, boxed=True) for _ in range(2))
        self.look, self.language = Segments(theme), Segments(theme)
        self.title_field = FramedEdit(theme, boxed=True)
        self.title_field.setMaxLength(LONGEST_TITLE)
        self.title_field.setMinimumHeight(30)
        self.pixels, self.error = QLabel(), QLabel()
        self.error.setWordWrap(True)
        self.error.setMinimumHeight(2 * self.error.fontMetrics().lineSpacing())
        self.error.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.copy_button, self.cancel_button, self.save_button = QPushButton(), QPushButton(), QPushButton()
        self._form = QFormLayout(self)
        self._form.setContentsMargins(20, 18, 20, 16)
        self._form.setVerticalSpacing(10)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._sizes = _row(self.width_field, QLabel("×"), self.height_field)
        for content in (self.subject, self.format, self._sizes, self.scale, self.pixels):
            self._form.addRow(QLabel(), content)
        for content in (self.look, self.language, self.title_field):
            self._form.addRow(QLabel(), content)
        self._form.addRow(self.error)
        self._form.addRow(_row(self.copy_button, None, self.cancel_button, self.save_button))
        for button in (self.copy_button, self.cancel_button, self.save_button):
            button.setMinimumHeight(28)
            button.setAutoDefault(button is self.save_button)
        self.save_button.setDefault(True)
        self.setMinimumWidth(440)

    def _show(self, request: ExportRequest) -> None:
        self.subject.set_options([(subject.key, subject.name) for subject in self._subjects.values()])
        self.format.set_options([(key, key) for key in FORMATS])
        self.scale.set_options([(str(scale), f"{scale}×") for scale in SCALES])
        self.look.set_options([("light", "light"), ("dark", "dark")])
        self.language.set_options(list(LANGUAGES.items()))
        options = request.options
        self.subject.set_current(request.subject)
        self.format.set_current(request.format)
        self.scale.set_current(str(round(options.scale)))
        self.look.set_current(options.theme)
        self.language.set_current(options.language)
        self.title_field.setText(options.title)
        self.set_size(request.size)

    def _connect(self) -> None:
        self.subject.chosen.connect(lambda key: self.set_size(self._subjects[key].size))
        self.format.chosen.connect(self._update_pixels)
        self.scale.chosen.connect(self._update_pixels)
        for side in (self.width_field, self.height_field):
            side.released.connect(self._update_pixels)
            side.refused.connect(self.show_error)
        self.copy_button.clicked.connect(self.copy)
        self.cancel_button.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.save)

    # -- what is asked for --------------------------------------------------------------------------------------------

    def set_size(self, size: tuple[int, int]) -> None:
        """Put a logical size into the fields, within their limits."""
        for side, length in zip((self.width_field, self.height_field), size, strict=True):
            side.set_number(min(max(length, int(SIDE.low)), int(SIDE.high)))
        self._update_pixels()

    def request(self, path: str | None = None) -> ExportRequest:
        """What stands in the dialog now, to go to `path`, whose ending counts if it is that of another format."""
        self.width_field.commit()
        self.height_field.commit()
        ending = Path(path or "").suffix.lower()
        form = next((key for key, form in FORMATS.items() if form.suffix == ending), self.format.current())
        options = replace(
            self._defaults.options,
            scale=float(self.scale.current()) if path is None or FORMATS[form].takes_scale else 1.0,
            theme=self.look.current(),
            language=self.language.current(),
            title=self.title_field.text().strip(),
        )
        size = int(self.width_field.number()), int(self.height_field.number())
        return ExportRequest(self.subject.current(), form, size, options, path)

    def copy(self) -> None:
        """Have the picture put on the clipboard."""
        self._run(self.request())

    def save(self) -> None:
        """Ask for a file and have the picture written."""
        path = self._ask_path()
        if path:
            self._run(self.request(path))

    def _run(self, request: ExportRequest) -> None:
        self.show_error("")
        pixels = request.path is None or FORMATS[request.format].takes_scale
        if pixels and not fits(request.size, request.options.scale):
            most = MOST_PIXELS // 10**6
            self.show_error(self.tr("This picture has too many pixels; at most {most} million.").format(most=most))
            return
        try:
            if request.path is not None:
                check_target(request.path)
            self._perform(request)
        except OSError as error:
            self.show_error(sentence(error, words))
        except SettingsError as error:
            self.show_error(error_words(error))
        else:
            self.accept()

    def _ask_path(self) -> str:
        form = FORMATS[self.format.current()]
        dialog = QFileDialog(self, self.tr("Save picture"))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog, not self.native)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(f"{words(form.title)} (*{form.suffix})")
        dialog.setDefaultSuffix(form.suffix)
        proposed = Path(self._defaults.path or "kobai").with_suffix(form.suffix)
        dialog.setDirectory(str(proposed.parent))
        dialog.selectFile(proposed.name)
        chosen = dialog.selectedFiles()[0] if dialog.exec() else ""
        dialog.deleteLater()
        return chosen

    # -- how it looks -------------------------------------------------------------------------------------------------

    def show_error(self, text: str) -> None:
        """Say in one sentence what is wrong; "" takes it back."""
        self.error.setText(text)
        self.error.setAccessibleName(text)

    def _update_pixels(self) -> None:
        form = FORMATS[self.format.current()]
        self.scale.setEnabled(form.takes_scale)
        size = int(self.width_field.number()), int(self.height_field.number())
        if form.takes_scale:
            width, height = pixel_size(size, float(self.scale.current()))
            text = self.tr("{width} × {height} pixels").format(width=width, height=height)
        else:
            text = self.tr("Shapes, sharp at any size")
        self.pixels.setText(text)

    def retranslate(self) -> None:
        """Set every text again, in the language that is on."""
        self.setWindowTitle(self.tr("Export picture"))
        self.format.set_options([(key, words(form.title)) for key, form in FORMATS.items()])
        self.look.set_options([("light", self.tr("Light")), ("dark", self.tr("Dark"))])
        self.copy_button.setText(self.tr("Copy to clipboard"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.save_button.setText(self.tr("Save…"))
        names: dict[QWidget, str] = {
            self.subject: self.tr("Picture of"),
            self.format: self.tr("Format"),
            self._sizes: self.tr("Size"),
            self.scale: self.tr("Scale"),
            self.look: self.tr("Theme"),
            self.language: self.tr("Language"),
            self.title_field: self.tr("Title"),
        }
        for content, name in names.items():
            label = self._form.labelForField(content)
            assert isinstance(label, QLabel)
            label.setText(name)
            label.setBuddy(content)
            content.setAccessibleName(name)
        self.width_field.setAccessibleName(self.tr("Width"))
        self.height_field.setAccessibleName(self.tr("Height"))
        self._update_pixels()

    def set_theme(self, theme: Theme) -> None:
        """Take every colour from `theme`."""
        self.theme = theme
        self.setPalette(theme.palette())
        for part in (self.subject, self.format, self.scale, self.look, self.language):
            part.set_theme(theme)
        for edit in (self.width_field, self.height_field, self.title_field):
            edit.set_theme(theme)
        self.title_field.setFont(theme.font(13))
        for text in (*self.findChildren(QLabel), *self.findChildren(QPushButton)):
            text.setFont(theme.font(13))
        tint(self.pixels, theme, "quiet_soft")
        tint(self.error, theme, "accent")


def _row(*content: QWidget | None) -> QWidget:
    """Widgets side by side; None is room that stretches."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in content:
        if widget is None:
            layout.addStretch(1)
        else:
            layout.addWidget(widget)
    return row
