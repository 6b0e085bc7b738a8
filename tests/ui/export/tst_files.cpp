// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wording/wording.h"
#include "tests/models/export/hostile_fleet.h"
#include "ui/export/exporter.h"
#include "ui/export/png_writer.h"
#include "ui/export/sidecar.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QImageReader>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace snowmelt;

namespace {

QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// What a program that others wrote says to a file; its complaints come first.
QString told(const QString& program, const QStringList& arguments)
{
    const QString tool = QStandardPaths::findExecutable(program);
    if (tool.isEmpty())
        return program + u" is missing";
    QProcess process;
    process.start(tool, arguments);
    if (!process.waitForFinished(120000) || process.exitCode() != 0)
        return program + u" failed: " + QString::fromUtf8(process.readAllStandardError());
    return QString::fromUtf8(process.readAllStandardOutput());
}

FleetState drifted(const Blueprint& blueprint)
{
    FleetState fleet = sample::up(blueprint);
    fleet.groups[0].nodes[1].driftCount = 4;
    return fleet;
}

ExportOptions as(const QString& path)
{
    ExportOptions options;
    options.path = path;
    options.format = formatOf(path).value_or(ExportFormat::Svg);
    options.date = QDateTime(QDate(2026, 3, 5), QTime(9, 0), Qt::UTC);
    options.language = QLocale::English;
    return options;
}

} // namespace

class TestFiles : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void svgIsDrawnByOthers_data();
    void svgIsDrawnByOthers();
    void pdfIsTextOnItsPage_data();
    void pdfIsTextOnItsPage();
    void pdfIsDrawnByOthers();
    void reviewHasPagesAndWords();
    void pngHasItsScaleAndPaper_data();
    void pngHasItsScaleAndPaper();
    void hugePicturesAreBounded();
    void koreanWhileTheWindowIsEnglish();
    void legendTellsWhatIsShown();
    void unwritableLeavesNothingBehind();
    void aFailureLeavesTheOldFile();
    void aFullDiskIsSaid();
    void whatIsNoFileStays();
    void sidecarsAreJson();

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QString texts(const FleetState& fleet, const ExportOptions& options);
    void keep(const QString& file, const QString& name) const;
    QTemporaryDir m_folder;
    Blueprint m_blueprint = sample::shop();
};

/// Pictures for people to look at, beside those of the window.
void TestFiles::keep(const QString& file, const QString& name) const
{
    const QString folder = qEnvironmentVariable("SNOWMELT_SCREENSHOTS");
    if (folder.isEmpty())
        return;
    QDir().mkpath(folder);
    QFile::remove(folder + u'/' + name);
    QVERIFY(QFile::copy(file, folder + u'/' + name));
}

void TestFiles::svgIsDrawnByOthers_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QLocale::Language>("language");
    QTest::newRow("light-en") << false << QLocale::English;
    QTest::newRow("dark-en") << true << QLocale::English;
    QTest::newRow("light-ko") << false << QLocale::Korean;
    QTest::newRow("dark-ko") << true << QLocale::Korean;
}

void TestFiles::svgIsDrawnByOthers()
{
    QFETCH(bool, dark);
    QFETCH(QLocale::Language, language);
    ExportOptions options = as(path(u"swap.svg"_qs));
    options.dark = dark;
    options.language = language;
    QVERIFY(exportDiagram(subjectOf(m_blueprint, sample::swapping(m_blueprint)), options).ok());
    QCOMPARE(told(u"rsvg-convert"_qs, {u"-z"_qs, u"2"_qs, u"-o"_qs, path(u"rsvg.png"_qs), options.path}), QString());
    const QImage drawn(path(u"rsvg.png"_qs));
    QVERIFY(drawn.width() > 1200);
    QCOMPARE(drawn.pixelColor(2, 2), Theme::of(dark).canvas);
    QCOMPARE(told(u"xmllint"_qs, {u"--noout"_qs, options.path}), QString());
    // librsvg and we agree on what there is to see: a text lost or a path read otherwise would be whole areas.
    const QImage own =
        imageOf(draftOf(subjectOf(m_blueprint, sample::swapping(m_blueprint)), options).pages.first(), 2);
    QVERIFY(qAbs(own.width() - drawn.width()) <= 2);
    qint64 off = 0;
    const int height = std::min(own.height(), drawn.height());
    const int width = std::min(own.width(), drawn.width());
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            off += qAbs(qGray(own.pixel(x, y)) - qGray(drawn.pixel(x, y))) > 60 ? 1 : 0;
    QVERIFY2(off < qint64(width) * height / 60, qPrintable(QString::number(off)));
    keep(path(u"rsvg.png"_qs), QStringLiteral("export-svg-%1.png").arg(QString::fromLatin1(QTest::currentDataTag())));
}

void TestFiles::pdfIsTextOnItsPage_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("size");
    QTest::newRow("a4") << u"a4"_qs << u"842 x 596"_qs;
    QTest::newRow("a4 upright") << u"a4-portrait"_qs << u"596 x 842"_qs;
    QTest::newRow("a3") << u"a3-landscape"_qs << u"1191 x 842"_qs;
    QTest::newRow("letter") << u"letter"_qs << u"792 x 612"_qs;
    QTest::newRow("fit") << u"fit"_qs << QString();
}

void TestFiles::pdfIsTextOnItsPage()
{
    QFETCH(QString, page);
    QFETCH(QString, size);
    ExportOptions options = as(path(u"a.pdf"_qs));
    options.page = *pageFormat(page);
    QVERIFY(exportDiagram(subjectOf(m_blueprint, drifted(m_blueprint)), options).ok());
    const QString text = told(u"pdftotext"_qs, {u"-layout"_qs, options.path, u"-"_qs});
    for (const QString& wanted : {u"shop"_qs, u"web-2"_qs, u"Δ4"_qs, u"33 %"_qs, u"HAProxy 2.6.12"_qs, u"healthy"_qs,
                                  u"exported 2026-03-05"_qs})
        QVERIFY2(text.contains(wanted), qPrintable(wanted + u" not in " + text));
    const QString about = told(u"pdfinfo"_qs, {options.path});
    QVERIFY2(about.contains(size), qPrintable(about));
    QVERIFY2(about.contains(u"Pages:           1"), qPrintable(about));
    QVERIFY2(about.contains(u"Mar  5 09:00:00 2026") || about.contains(u"2026"), qPrintable(about));
}

void TestFiles::pdfIsDrawnByOthers()
{
    ExportOptions options = as(path(u"d.pdf"_qs));
    options.dark = true;
    options.page = *pageFormat(u"a4"_qs);
    const auto [blueprint, fleet] = sample::hostile();
    QVERIFY(exportDiagram(subjectOf(blueprint, fleet), options).ok());
    QCOMPARE(told(u"pdftoppm"_qs, {u"-r"_qs, u"96"_qs, u"-png"_qs, u"-singlefile"_qs, options.path, path(u"d"_qs)}),
             QString());
    const QImage drawn(path(u"d.png"_qs));
    QVERIFY(!drawn.isNull());
    QCOMPARE(drawn.pixelColor(2, 2), Theme::darkTheme().canvas);
    QVERIFY(told(u"pdftotext"_qs, {options.path, u"-"_qs}).contains(u"웹서버"));
    keep(path(u"d.png"_qs), u"export-pdf-hostile-dark.png"_qs);
}

void TestFiles::reviewHasPagesAndWords()
{
    const Blueprint blueprint = sample::grand();
    for (const QLocale::Language language : {QLocale::English, QLocale::Korean}) {
        ExportOptions options = as(path(u"review.pdf"_qs));
        options.review = true;
        options.language = language;
        QVERIFY(exportDiagram(subjectOf(blueprint, drifted(blueprint)), options).ok());
        const QString text = told(u"pdftotext"_qs, {u"-layout"_qs, options.path, u"-"_qs});
        for (const QString& wanted : {u"orders-b"_qs, u"web-2"_qs, u"inner"_qs, u"₩"_qs})
            QVERIFY2(text.contains(wanted), qPrintable(wanted + u" not in " + text));
        const QString first = told(u"pdftotext"_qs, {u"-l"_qs, u"1"_qs, options.path, u"-"_qs});
        QCOMPARE(first.count(u"podman · "), 1); // its picture does not say the title again
        const QString tag = language == QLocale::Korean ? u"ko"_qs : u"en"_qs;
        QCOMPARE(told(u"pdftoppm"_qs, {u"-r"_qs, u"96"_qs, u"-png"_qs, options.path, path(u"page"_qs)}), QString());
        const QStringList pages = QDir(m_folder.path()).entryList({u"page-*.png"_qs}, QDir::Files, QDir::Name);
        QVERIFY(pages.size() >= 2);
        for (const QString& page : pages) {
            keep(path(page), u"review-"_qs + tag + u'-' + page);
            QFile::remove(path(page));
        }
    }
    ExportOptions markdown = as(path(u"review.md"_qs));
    QVERIFY(exportDiagram(subjectOf(blueprint, drifted(blueprint)), markdown).ok());
    const QByteArray text = contentsOf(markdown.path);
    QVERIFY(text.startsWith("# Review of shop\n"));
    QVERIFY(text.contains("```mermaid\n"));
    QVERIFY(text.contains("single point of failure"));
}

void TestFiles::pngHasItsScaleAndPaper_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestFiles::pngHasItsScaleAndPaper()
{
    QFETCH(bool, dark);
    QSize once;
    for (int scale = 1; scale <= 4; ++scale) {
        ExportOptions options = as(path(QStringLiteral("%1.png").arg(scale)));
        options.dark = dark;
        options.scale = scale;
        QVERIFY(exportDiagram(subjectOf(m_blueprint, drifted(m_blueprint)), options).ok());
        const QImage image(options.path);
        QCOMPARE(image.pixelColor(1, 1), Theme::of(dark).canvas);
        if (scale == 1)
            once = image.size();
        QCOMPARE(image.size(), once * scale);
    }
    keep(path(u"2.png"_qs), dark ? u"export-png-dark.png"_qs : u"export-png-light.png"_qs);
}

void TestFiles::hugePicturesAreBounded()
{
    const Blueprint blueprint = sample::shop(100'000);
    FleetState fleet = sample::up(blueprint);
    for (int i = 0; i < 100'000; i += 997)
        fleet.groups[0].nodes[i].health = Health(i % 5);
    const ExportSubject subject = subjectOf(blueprint, fleet);
    ExportOptions options = as(path(u"huge.png"_qs));
    options.scale = 4;
    QVERIFY(exportDiagram(subject, options).ok());
    QImageReader::setAllocationLimit(512); // MB: fifty million pixels are 200
    const QImage image(options.path);
    QVERIFY(!image.isNull());
    QVERIFY(qint64(image.width()) * image.height() < 50'000'000);
    keep(options.path, u"export-100k.png"_qs);
    for (const char* name : {"huge.svg", "huge.pdf", "huge.drawio", "huge.mmd", "huge.dot", "huge.md"}) {
        const ExportOptions other = as(path(QString::fromLatin1(name)));
        QVERIFY(exportDiagram(subject, other).ok());
        const qint64 size = QFileInfo(other.path).size();
        qInfo() << name << size;
        QVERIFY2(size > 0 && size < 6'000'000, qPrintable(QString::number(size)));
    }
}

void TestFiles::koreanWhileTheWindowIsEnglish()
{
    QVERIFY(installTranslator(QLocale(QLocale::English)));
    ExportOptions options = as(path(u"ko.svg"_qs));
    options.language = QLocale::Korean;
    QVERIFY(exportDiagram(subjectOf(m_blueprint, {}), options).ok());
    QVERIFY(contentsOf(options.path).contains(">클라이언트<"));
    QCOMPARE(healthText(Health::Down), u"down"_qs);

    QVERIFY(installTranslator(QLocale(QLocale::Korean)));
    options.language = QLocale::English;
    QVERIFY(exportDiagram(subjectOf(m_blueprint, {}), options).ok());
    QVERIFY(contentsOf(options.path).contains(">clients<"));
    QVERIFY(healthText(Health::Down) != u"down");
    QVERIFY(installTranslator(QLocale(QLocale::English)));
}

QString TestFiles::texts(const FleetState& fleet, const ExportOptions& options)
{
    return exportDiagram(subjectOf(m_blueprint, fleet), options).ok() ? QString::fromUtf8(contentsOf(options.path))
                                                                      : QString();
}

void TestFiles::legendTellsWhatIsShown()
{
    const QString quiet = texts(sample::up(m_blueprint), as(path(u"l.svg"_qs)));
    QVERIFY(quiet.contains(u">healthy<"));
    QVERIFY(!quiet.contains(u">draining<"));
    const QString swap = texts(sample::swapping(m_blueprint), as(path(u"l.svg"_qs)));
    QVERIFY(swap.contains(u">draining<"));
    QVERIFY(swap.contains(u">no new traffic<"));
}

/// A folder in the way of the file refuses the rename at the end, even to root: nothing is left beside it.
void TestFiles::unwritableLeavesNothingBehind()
{
    const Result<Done> nowhere = exportDiagram(subjectOf(m_blueprint, {}), as(path(u"no/such/folder/a.svg"_qs)));
    QVERIFY(nowhere.failed());
    QCOMPARE(nowhere.error().code, ErrorCode::FileUnwritable);

    QVERIFY(QDir(m_folder.path()).mkpath(u"taken.svg/inside"_qs));
    const Result<Done> taken = exportDiagram(subjectOf(m_blueprint, {}), as(path(u"taken.svg"_qs)));
    QVERIFY(taken.failed());
    QCOMPARE(taken.error().code, ErrorCode::FileUnwritable);
    QVERIFY(QDir(path(u"taken.svg/inside"_qs)).exists());
    QCOMPARE(QDir(m_folder.path()).entryList({u"taken.svg.*"_qs}, QDir::Files).size(), 0);
}

/// A limit on the size of files makes the write itself fail, as a full disk does.
void TestFiles::aFailureLeavesTheOldFile()
{
    for (const char* name : {"old.svg", "old.png", "old.pdf", "old.drawio", "old.md"}) {
        const QString old = path(QString::fromLatin1(name));
        QFile file(old);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("as it was");
        file.close();

        rlimit before{};
        QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
        const auto handler = signal(SIGXFSZ, SIG_IGN);
        const rlimit tight{256, before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
        const Result<Done> result = exportDiagram(subjectOf(m_blueprint, {}), as(old));
        setrlimit(RLIMIT_FSIZE, &before);
        signal(SIGXFSZ, handler);

        QVERIFY2(result.failed(), name);
        QCOMPARE(result.error().code, ErrorCode::FileUnwritable);
        QCOMPARE(contentsOf(old), QByteArray("as it was"));
        QCOMPARE(QDir(m_folder.path()).entryList({QString::fromLatin1(name) + u".*"}, QDir::Files).size(), 0);
    }
}

/// A real one: a file system of 32 kB in a namespace of its own.
void TestFiles::aFullDiskIsSaid()
{
    const QString disk = path(u"disk"_qs);
    QVERIFY(QDir().mkpath(disk));
    QProcess process;
    process.start(u"unshare"_qs,
                  {u"-rm"_qs, u"sh"_qs, u"-c"_qs,
                   u"mount -t tmpfs -o size=32k none \"$1\" || exit 99; printf old >\"$1/a.png\"; "
                   "\"$2\" --write \"$1/a.png\"; echo \"left: $(cat \"$1/a.png\"), $(ls \"$1\" | wc -l)\""_qs,
                   u"sh"_qs, disk, QCoreApplication::applicationFilePath()});
    QVERIFY(process.waitForFinished(60000));
    const QString said = QString::fromUtf8(process.readAllStandardOutput());
    if (process.exitCode() == 99 || said.isEmpty())
        QSKIP("No namespace of one's own here");
    QCOMPARE(said, u"diskFull\nleft: old, 1\n"_qs);
}

/// Renamed over it, a file would take the place of a pipe or a device.
void TestFiles::whatIsNoFileStays()
{
    const QString pipe = path(u"pipe.svg"_qs);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    for (const QString& target : {pipe, u"/dev/null"_qs}) {
        const Result<Done> result = writeFile(target, "<svg/>");
        QVERIFY2(result.failed(), qPrintable(target));
        QCOMPARE(result.error().code, ErrorCode::FileUnwritable);
        QVERIFY(QFileInfo::exists(target) && !QFileInfo(target).isFile());
    }
}

/// Their reader is the blueprint's, which speaks of YAML.
void TestFiles::sidecarsAreJson()
{
    QFile file(path(u"shop.layout.json"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{");
    file.close();
    const QString fault = readSidecar(file.fileName()).fault;
    QVERIFY2(fault.contains(u"this is not JSON"), qPrintable(fault));
}

/// The program run inside aFullDiskIsSaid().
static int writeOnce(const QString& path)
{
    const Result<Done> result = exportDiagram(subjectOf(sample::shop(), sample::up(sample::shop())), as(path));
    printf("%s\n", result.failed() ? qPrintable(codeName(result.error().code)) : "written");
    return 0;
}

int main(int argc, char** argv)
{
    QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--write")
        return writeOnce(arguments.value(2));
    TestFiles test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_files.moc"
