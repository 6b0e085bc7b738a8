// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/dialogs/export_form.h"

#include "ui/export/sidecar.h"
#include "ui/export/whole_file.h"
#include "ui/shell/dialogs/path_field.h"
#include "ui/shell/style/look.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>

namespace snowmelt {

namespace {

constexpr int largestScale = 4;
constexpr int reviewRole = Qt::UserRole + 1;

/// A fleet's name may be no file's.
QString proposedName(QString fleet)
{
    for (QChar& c : fleet)
        if (c == u'/' || !c.isPrint())
            c = u'-';
    return fleet.isEmpty() ? QStringLiteral("fleet") : fleet.left(80);
}

QString proposedFolder()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    return folder.isEmpty() ? QDir::homePath() : folder;
}

} // namespace

ExportForm::ExportForm(const Blueprint& blueprint, const ExportChoice& choice, QWidget* parent)
    : QWidget(parent), m_blueprint(blueprint.path)
{
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(2 * metric::unit);
    form->setVerticalSpacing(metric::unit);
    m_format = addChoice(form, tr("F&ormat"), "exportFormat");
    auto* name = new QLabel(tr("&File"), this); // a row of a layout knows no buddy by itself
    form->addRow(name, makeFileRow(blueprint.name));
    name->setBuddy(m_path);
    m_part = addChoice(form, tr("&What"), "exportPart");
    m_look = addChoice(form, tr("&Appearance"), "exportLook");
    m_language = addChoice(form, tr("&Language"), "exportLanguage");
    m_page = addChoice(form, tr("&Page of a PDF"), "exportPage");
    m_scale = addChoice(form, tr("&Scale of a PNG"), "exportScale");
    fillFormats();
    fillLooks();
    choose(choice);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportForm::followFormat);
    connect(m_path, &QLineEdit::textChanged, this, &ExportForm::followPath);
    for (QComboBox* box : {m_part, m_look, m_language, m_page, m_scale})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportForm::changed);
    followFormat();
}

QComboBox* ExportForm::addChoice(QFormLayout* form, const QString& label, const char* name)
{
    auto* box = new QComboBox(this);
    box->setObjectName(QString::fromLatin1(name));
    form->addRow(label, box);
    return box;
}

QWidget* ExportForm::makeFileRow(const QString& fleet)
{
    auto* row = new QWidget(this);
    m_path = new PathField(QDir(proposedFolder()).filePath(proposedName(fleet) + QStringLiteral(".svg")), row);
    m_path->setObjectName(QStringLiteral("exportPath"));
    auto* browse = new QPushButton(tr("B&rowse…"), row);
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &ExportForm::browse);
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metric::unit);
    line->addWidget(m_path, 1);
    line->addWidget(browse);
    return row;
}

void ExportForm::fillFormats()
{
    const auto add = [this](const QString& text, ExportFormat format, bool review = false) {
        m_format->addItem(text, int(format));
        m_format->setItemData(m_format->count() - 1, review, reviewRole);
    };
    add(tr("SVG picture"), ExportFormat::Svg);
    add(tr("PDF picture"), ExportFormat::Pdf);
    add(tr("PNG picture"), ExportFormat::Png);
    add(tr("draw.io drawing"), ExportFormat::Drawio);
    add(tr("Mermaid flowchart"), ExportFormat::Mermaid);
    add(tr("Graphviz DOT"), ExportFormat::Dot);
    add(tr("Review report, PDF"), ExportFormat::Pdf, true);
    add(tr("Review report, Markdown"), ExportFormat::Markdown, true);
}

void ExportForm::fillLooks()
{
    m_part->addItems({tr("All of the fleet"), tr("What the window shows")});
    m_look->addItems({tr("Light"), tr("Dark")});
    // Languages are named in themselves.
    m_language->addItem(QStringLiteral("English"), int(QLocale::English));
    m_language->addItem(QStringLiteral("한국어"), int(QLocale::Korean));
    m_page->addItem(tr("As large as the picture"), QStringLiteral("fit"));
    for (const auto& [name, code] :
         {std::pair(QStringLiteral("A4"), QStringLiteral("a4")), std::pair(QStringLiteral("A3"), QStringLiteral("a3")),
          std::pair(QStringLiteral("Letter"), QStringLiteral("letter"))}) {
        m_page->addItem(name, code);
        m_page->addItem(tr("%1, landscape").arg(name), QString(code + QStringLiteral("-landscape")));
    }
    for (int scale = 1; scale <= largestScale; ++scale)
        m_scale->addItem(QString::number(scale) + u'×', scale);
}

void ExportForm::choose(const ExportChoice& choice)
{
    for (int i = 0; i < m_format->count(); ++i) {
        const bool same = m_format->itemData(i).toInt() == int(choice.options.format) &&
                          m_format->itemData(i, reviewRole).toBool() == choice.options.review;
        if (same)
            m_format->setCurrentIndex(i);
    }
    m_part->setCurrentIndex(int(choice.part));
    m_look->setCurrentIndex(choice.options.dark ? 1 : 0);
    m_language->setCurrentIndex(m_language->findData(int(choice.options.language.value_or(QLocale::English))));
    m_page->setCurrentIndex(std::max(0, m_page->findData(pageName(choice.options.page))));
    m_scale->setCurrentIndex(m_scale->findData(int(choice.options.scale)));
}

ExportFormat ExportForm::format() const
{
    return ExportFormat(m_format->currentData().toInt());
}

bool ExportForm::isReview() const
{
    return m_format->currentData(reviewRole).toBool();
}

/// The file's name follows the format, wherever it is.
void ExportForm::followFormat()
{
    const QString ending = formatEnding(format());
    const QString path = m_path->text();
    if (formatOf(path) != format()) {
        const QSignalBlocker quiet(m_path);
        const QString old = QFileInfo(path).suffix();
        m_path->setText((formatOf(path) ? path.chopped(old.size() + 1) : path) + u'.' + ending);
    }
    m_page->setEnabled(format() == ExportFormat::Pdf);
    m_scale->setEnabled(format() == ExportFormat::Png);
    Q_EMIT changed();
}

/// And the format the name that is typed.
void ExportForm::followPath()
{
    const std::optional<ExportFormat> named = formatOf(m_path->text());
    if (named && *named != format()) {
        const int index = m_format->findData(int(*named));
        if (index >= 0)
            m_format->setCurrentIndex(index);
    }
    Q_EMIT changed();
}

void ExportForm::browse()
{
    auto* chooser = new QFileDialog(this, tr("Export the diagram"), m_path->text());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilters(
        {QString(m_format->currentText() + QStringLiteral(" (*.") + formatEnding(format()) + u')')});
    connect(chooser, &QFileDialog::fileSelected, m_path, &QLineEdit::setText);
    chooser->open();
}

QString ExportForm::path() const
{
    return m_path->text();
}

QString ExportForm::fault() const
{
    if (formatOf(path()) != format())
        return tr("The name must end in .%1.").arg(formatEnding(format()));
    if (QFileInfo(path()).isDir())
        return tr("This is a folder.");
    if (!isReplaceable(path()))
        return tr("This is a device or a pipe, not a file.");
    if (isBlueprintOrSidecar(path(), m_blueprint))
        return tr("This is the blueprint itself. Name another file.");
    return {};
}

ExportChoice ExportForm::choice() const
{
    ExportChoice choice;
    choice.options.path = path();
    choice.options.format = format();
    choice.options.review = isReview();
    choice.options.dark = m_look->currentIndex() == 1;
    choice.options.language = QLocale::Language(m_language->currentData().toInt());
    choice.options.page = pageFormat(m_page->currentData().toString()).value_or(PageFormat{});
    choice.options.scale = m_scale->currentData().toInt();
    choice.part = ExportPart(m_part->currentIndex());
    return choice;
}

} // namespace snowmelt
