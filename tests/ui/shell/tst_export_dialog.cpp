// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/export/hostile_fleet.h"
#include "ui/shell/dialogs/export_dialog.h"
#include "ui/shell/dialogs/export_form.h"
#include "ui/shell/dialogs/export_preview.h"
#include "ui/shell/frame/appearance.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace snowmelt;

namespace {

ExportSource sourceOf(const Blueprint& blueprint)
{
    const FleetState fleet = sample::up(blueprint);
    LaidOut laid = layoutFleet(blueprint, fleet, Arrangement{});
    const QRectF all = laid.diagram.bounds;
    return {{blueprint, fleet, {}},
            std::make_shared<const Diagram>(std::move(laid.diagram)),
            laid.arrangement,
            DiagramMode::Health,
            all};
}

QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestExportDialog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QSettings(QSettings::IniFormat, QSettings::UserScope, u"snowmelt"_qs, u"snowmelt"_qs).clear(); }
    void everyFormatIsWritten();
    void theNameFollowsTheFormatAndBack();
    void aLongPathIsWholeInItsToolTip();
    void onlyThePartThatIsSeen();
    void whatIsCollapsedIsWrittenInFull();
    void allOfItHasTheModeOfTheWindow();
    void nothingIsWrittenOverTheBlueprint();
    void failuresAreSaidAndCanBePutRight();
    void choicesAreRemembered();
    void thePreviewFollows();
    void looks();

private:
    template <typename T>
    T* find(const char* name) const
    {
        return m_dialog->findChild<T*>(QString::fromLatin1(name));
    }
    void open(const ExportSource& source);
    void choose(const char* box, const QString& text) const;
    bool write() const;
    QString path(const QString& name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
    std::unique_ptr<ExportDialog> m_dialog;
};

void TestExportDialog::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    applyAppearance(Appearance::Light);
    applyLanguage(Language::English);
}

void TestExportDialog::open(const ExportSource& source)
{
    m_dialog.reset();
    m_dialog = std::make_unique<ExportDialog>(source, nullptr);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    m_dialog->open();
}

void TestExportDialog::choose(const char* box, const QString& text) const
{
    auto* combo = find<QComboBox>(box);
    const int index = combo->findText(text);
    QVERIFY2(index >= 0, qPrintable(text));
    combo->setCurrentIndex(index);
}

/// Presses the button; true when the dialog has gone, as it does when the file is written.
bool TestExportDialog::write() const
{
    QTest::mouseClick(find<QPushButton>("startExport"), Qt::LeftButton);
    const auto* progress = find<QProgressBar>("exportProgress");
    return QTest::qWaitFor([&] { return !progress->isVisible(); }, 60'000) && !m_dialog->isVisible();
}

void TestExportDialog::everyFormatIsWritten()
{
    const QMap<QString, QByteArray> formats{
        {u"SVG picture"_qs, "<?xml"},        {u"PDF picture"_qs, "%PDF-"},
        {u"PNG picture"_qs, "\x89PNG"},      {u"draw.io drawing"_qs, "<?xml"},
        {u"Mermaid flowchart"_qs, "---"},    {u"Graphviz DOT"_qs, "digraph"},
        {u"Review report, PDF"_qs, "%PDF-"}, {u"Review report, Markdown"_qs, "# Review of shop"}};
    for (auto format = formats.begin(); format != formats.end(); ++format) {
        open(sourceOf(sample::shop()));
        find<QLineEdit>("exportPath")->setText(path(u"all.svg"_qs));
        choose("exportFormat", format.key());
        const QString file = find<QLineEdit>("exportPath")->text();
        QVERIFY2(write(), qPrintable(format.key() + m_dialog->findChild<QLabel*>(u"dialogRemark"_qs)->text()));
        QVERIFY2(contentsOf(file).startsWith(*format), qPrintable(file));
    }
}

void TestExportDialog::theNameFollowsTheFormatAndBack()
{
    open(sourceOf(sample::shop()));
    auto* name = find<QLineEdit>("exportPath");
    name->setText(path(u"a.b.svg"_qs));
    choose("exportFormat", u"PDF picture"_qs);
    QCOMPARE(name->text(), path(u"a.b.pdf"_qs));
    QVERIFY(find<QComboBox>("exportPage")->isEnabled());
    QVERIFY(!find<QComboBox>("exportScale")->isEnabled());
    name->setText(path(u"a.png"_qs));
    QCOMPARE(find<QComboBox>("exportFormat")->currentText(), u"PNG picture"_qs);
    QVERIFY(find<QComboBox>("exportScale")->isEnabled());
    name->setText(path(u"a.gif"_qs));
    QVERIFY(!find<QPushButton>("startExport")->isEnabled());
    QVERIFY(find<QLabel>("dialogRemark")->text().contains(u".png"));
}

void TestExportDialog::aLongPathIsWholeInItsToolTip()
{
    open(sourceOf(sample::shop()));
    auto* name = find<QLineEdit>("exportPath");
    const QString longPath = path(QString(u"folder/"_qs.repeated(20) + u"a.svg"));
    name->setText(longPath);
    QHelpEvent asked(QEvent::ToolTip, name->rect().center(), name->mapToGlobal(name->rect().center()));
    QApplication::sendEvent(name, &asked);
    QCOMPARE(name->toolTip(), longPath);
    // Shown from its end while nobody types, all of it to edit meanwhile.
    name->clearFocus();
    const QImage resting = name->grab().toImage();
    name->setCursorPosition(0);
    QCOMPARE(name->grab().toImage(), resting);
    QCOMPARE(name->text(), longPath);
}

void TestExportDialog::onlyThePartThatIsSeen()
{
    ExportSource source = sourceOf(sample::shop());
    source.seen = source.diagram->boxes[source.diagram->indexOf(u"web-2"_qs)].rect;
    open(source);
    find<QLineEdit>("exportPath")->setText(path(u"part.svg"_qs));
    choose("exportPart", u"What the window shows"_qs);
    QVERIFY(write());
    const QByteArray svg = contentsOf(path(u"part.svg"_qs));
    QVERIFY(svg.contains(">web-2<"));
    QVERIFY(!svg.contains(">orders<"));
}

void TestExportDialog::whatIsCollapsedIsWrittenInFull()
{
    const Blueprint blueprint = sample::shop();
    ExportSource source = sourceOf(blueprint);
    source.arrangement.collapsed.insert(u"web"_qs);
    LaidOut laid = layoutFleet(blueprint, source.review.fleet, source.arrangement);
    source.diagram = std::make_shared<const Diagram>(std::move(laid.diagram));
    open(source);
    find<QLineEdit>("exportPath")->setText(path(u"open.svg"_qs));
    QVERIFY(write());
    QVERIFY(contentsOf(path(u"open.svg"_qs)).contains(">web-2<"));
}

void TestExportDialog::allOfItHasTheModeOfTheWindow()
{
    ExportSource source = sourceOf(sample::shop());
    source.review.fleet.groups[0].nodes[1].driftCount.reset();
    source.diagram = std::make_shared<const Diagram>(layoutFleet(source.review.blueprint, source.review.fleet));
    const QByteArray explained = ">not scanned, or not all seen<";
    for (const DiagramMode mode : {DiagramMode::Health, DiagramMode::Drift}) {
        source.mode = mode;
        open(source);
        find<QLineEdit>("exportPath")->setText(path(u"mode.svg"_qs));
        QVERIFY(write());
        QCOMPARE(contentsOf(path(u"mode.svg"_qs)).contains(explained), mode == DiagramMode::Drift);
    }
}

/// By whatever name it is reached; and a pipe is no file either.
void TestExportDialog::nothingIsWrittenOverTheBlueprint()
{
    ExportSource source = sourceOf(sample::shop());
    source.review.blueprint.path = path(u"shop.yaml"_qs);
    QFile blueprint(source.review.blueprint.path);
    QVERIFY(blueprint.open(QIODevice::WriteOnly));
    blueprint.close();
    QVERIFY(QFile::link(source.review.blueprint.path, path(u"link.svg"_qs)));
    QCOMPARE(mkfifo(QFile::encodeName(path(u"pipe.svg"_qs)).constData(), 0600), 0);
    open(source);
    for (const QString& name : {u"link.svg"_qs, u"pipe.svg"_qs}) {
        find<QLineEdit>("exportPath")->setText(path(name));
        QVERIFY2(!find<QPushButton>("startExport")->isEnabled(), qPrintable(name));
        QVERIFY(!find<QLabel>("dialogRemark")->text().isEmpty());
    }
    find<QLineEdit>("exportPath")->setText(path(u"other.svg"_qs));
    QVERIFY(find<QPushButton>("startExport")->isEnabled());
}

void TestExportDialog::failuresAreSaidAndCanBePutRight()
{
    open(sourceOf(sample::shop()));
    QVERIFY(QDir(m_folder.path()).mkpath(u"folder.svg/inside"_qs));
    find<QLineEdit>("exportPath")->setText(path(u"folder.svg"_qs));
    QVERIFY(!find<QPushButton>("startExport")->isEnabled());
    find<QLineEdit>("exportPath")->setText(path(u"no/where/a.svg"_qs));
    QVERIFY(!write());
    QVERIFY2(find<QLabel>("dialogRemark")->text().contains(u"a.svg"), qPrintable(find<QLabel>("dialogRemark")->text()));
    QVERIFY(find<QPushButton>("startExport")->isEnabled());
    find<QLineEdit>("exportPath")->setText(path(u"right.svg"_qs));
    QVERIFY(write());
}

void TestExportDialog::choicesAreRemembered()
{
    open(sourceOf(sample::shop()));
    choose("exportFormat", u"Review report, PDF"_qs);
    choose("exportLook", u"Dark"_qs);
    choose("exportLanguage", u"한국어"_qs);
    choose("exportPage", u"A3, landscape"_qs);
    find<QLineEdit>("exportPath")->setText(path(u"remembered.pdf"_qs));
    QVERIFY(write());
    open(sourceOf(sample::shop()));
    QCOMPARE(find<QComboBox>("exportFormat")->currentText(), u"Review report, PDF"_qs);
    QCOMPARE(find<QComboBox>("exportLook")->currentText(), u"Dark"_qs);
    QCOMPARE(find<QComboBox>("exportLanguage")->currentText(), u"한국어"_qs);
    QCOMPARE(find<QComboBox>("exportPage")->currentText(), u"A3, landscape"_qs);
}

void TestExportDialog::thePreviewFollows()
{
    open(sourceOf(sample::shop()));
    auto* preview = m_dialog->findChild<ExportPreview*>(u"exportPreview"_qs);
    const QImage light = preview->shownImage();
    QVERIFY(!light.isNull());
    choose("exportLook", u"Dark"_qs);
    QVERIFY(preview->shownImage().pixelColor(1, 1).lightness() < light.pixelColor(1, 1).lightness());
    choose("exportFormat", u"Graphviz DOT"_qs);
    QVERIFY(preview->shownText().startsWith(u"digraph"));
}

void TestExportDialog::looks()
{
    const QString folder = qEnvironmentVariable("SNOWMELT_SCREENSHOTS");
    if (folder.isEmpty())
        QSKIP("No folder for pictures");
    QDir().mkpath(folder);
    for (const Appearance appearance : {Appearance::Light, Appearance::Dark}) {
        applyAppearance(appearance);
        open(sourceOf(sample::grand()));
        const QString name =
            appearance == Appearance::Dark ? u"export-dialog-dark.png"_qs : u"export-dialog-light.png"_qs;
        QVERIFY(m_dialog->grab().save(folder + u'/' + name));
    }
    applyAppearance(Appearance::Light);
}

QTEST_MAIN(TestExportDialog)
#include "tst_export_dialog.moc"
