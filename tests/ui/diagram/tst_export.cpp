// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/layout/sample_fleets.h"
#include "ui/diagram/export.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <csignal>
#include <sys/resource.h>

using namespace snowmelt;

namespace {

QByteArray contentsOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The texts of an SVG, and whether it is well-formed.
QStringList textsOf(const QByteArray& svg, bool* valid)
{
    QXmlStreamReader xml(svg);
    QStringList texts;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == u"text")
            texts << xml.readElementText(QXmlStreamReader::IncludeChildElements).simplified();
    }
    *valid = !xml.hasError();
    return texts;
}

FleetState drifted(const Blueprint& blueprint)
{
    FleetState fleet = sample::up(blueprint);
    fleet.groups[0].nodes[1].driftCount = 4;
    return fleet;
}

} // namespace

class TestExport : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void svgIsXmlWithText();
    void svgIsDrawnByOthers();
    void pngHasItsScaleAndPaper_data();
    void pngHasItsScaleAndPaper();
    void blueprintAlone();
    void legendTellsWhatIsShown();
    void otherEndingsAreRefused();
    void unwritableLeavesNothingBehind();
    void aFailureLeavesTheOldFile();
    void hugeScaleIsBounded();
    void sameInputSameBytes();

private:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QTemporaryDir m_folder;
    Blueprint m_blueprint = sample::shop();
};

void TestExport::svgIsXmlWithText()
{
    QVERIFY(exportDiagram(m_blueprint, drifted(m_blueprint), {path(u"a.svg"_qs), false, 1}).ok());
    bool valid = false;
    const QStringList texts = textsOf(contentsOf(path(u"a.svg"_qs)), &valid);
    QVERIFY(valid);
    for (const QString& wanted :
         {u"shop"_qs, u"edge"_qs, u"web-2"_qs, u"Δ4"_qs, u"33 %"_qs, u"orders"_qs, u"HAProxy 2.6.12"_qs})
        QVERIFY2(texts.contains(wanted), qPrintable(wanted + u" not in " + texts.join(u'|')));
}

void TestExport::svgIsDrawnByOthers()
{
    const QString tool = QStandardPaths::findExecutable(u"rsvg-convert"_qs);
    QVERIFY2(!tool.isEmpty(), "rsvg-convert is missing: install librsvg2-bin");
    QVERIFY(exportDiagram(m_blueprint, sample::swapping(m_blueprint), {path(u"swap.svg"_qs), true, 1}).ok());
    QProcess process;
    process.start(tool, {u"-o"_qs, path(u"rsvg.png"_qs), path(u"swap.svg"_qs)});
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 0);
    const QImage image(path(u"rsvg.png"_qs));
    QVERIFY(image.width() > 600);
    QCOMPARE(image.pixelColor(2, 2), Theme::darkTheme().canvas);
}

void TestExport::pngHasItsScaleAndPaper_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestExport::pngHasItsScaleAndPaper()
{
    QFETCH(bool, dark);
    QVERIFY(exportDiagram(m_blueprint, drifted(m_blueprint), {path(u"one.png"_qs), dark, 1}).ok());
    QVERIFY(exportDiagram(m_blueprint, drifted(m_blueprint), {path(u"two.png"_qs), dark, 2}).ok());
    const QImage one(path(u"one.png"_qs));
    const QImage two(path(u"two.png"_qs));
    QCOMPARE(two.size(), one.size() * 2);
    QCOMPARE(two.pixelColor(1, 1), Theme::of(dark).canvas);
}

void TestExport::blueprintAlone()
{
    QVERIFY(exportDiagram(m_blueprint, {}, {path(u"b.svg"_qs), false, 1}).ok());
    bool valid = false;
    const QStringList texts = textsOf(contentsOf(path(u"b.svg"_qs)), &valid);
    QVERIFY(valid);
    QVERIFY(texts.contains(u"web-3"_qs));
    QVERIFY(texts.count(u"not created yet"_qs) >= 5);
}

void TestExport::legendTellsWhatIsShown()
{
    const auto texts = [&](const FleetState& fleet) {
        bool valid = false;
        const bool written = exportDiagram(m_blueprint, fleet, {path(u"l.svg"_qs), false, 1}).ok();
        return written ? textsOf(contentsOf(path(u"l.svg"_qs)), &valid) : QStringList();
    };
    const QStringList quiet = texts(sample::up(m_blueprint));
    QVERIFY(quiet.contains(u"healthy"_qs));
    QVERIFY(!quiet.contains(u"draining"_qs));
    const QStringList swap = texts(sample::swapping(m_blueprint));
    QVERIFY(swap.contains(u"draining"_qs));
    QVERIFY(swap.contains(u"no new traffic"_qs));
}

void TestExport::otherEndingsAreRefused()
{
    for (const QString& name : {u"a.pdf"_qs, u"a"_qs}) {
        const Result<Done> result = exportDiagram(m_blueprint, {}, {path(name), false, 1});
        QVERIFY(result.failed());
        QCOMPARE(result.error().code, ErrorCode::Unsupported);
        QVERIFY(!QFile::exists(path(name)));
    }
}

/// A folder in the way of the file refuses the rename at the end, even to root: nothing is left beside it.
void TestExport::unwritableLeavesNothingBehind()
{
    const Result<Done> nowhere = exportDiagram(m_blueprint, {}, {path(u"no/such/folder/a.svg"_qs), false, 1});
    QVERIFY(nowhere.failed());
    QCOMPARE(nowhere.error().code, ErrorCode::FileUnwritable);

    // rename.
    QVERIFY(QDir(m_folder.path()).mkpath(u"taken.svg/inside"_qs));
    const Result<Done> taken = exportDiagram(m_blueprint, {}, {path(u"taken.svg"_qs), false, 1});
    QVERIFY(taken.failed());
    QCOMPARE(taken.error().code, ErrorCode::FileUnwritable);
    QVERIFY(QDir(path(u"taken.svg/inside"_qs)).exists());
    QCOMPARE(QDir(m_folder.path()).entryList({u"taken.svg.*"_qs}, QDir::Files).size(), 0);
}

/// A file size limit makes the write itself fail, as a full disk does.
void TestExport::aFailureLeavesTheOldFile()
{
    const QString old = path(u"old.svg"_qs);
    QFile file(old);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("as it was");
    file.close();

    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = signal(SIGXFSZ, SIG_IGN);
    const rlimit tight{1024, before.rlim_max};
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &tight), 0);
    const Result<Done> result = exportDiagram(m_blueprint, {}, {old, false, 1});
    setrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, handler);

    QVERIFY(result.failed());
    QCOMPARE(result.error().code, ErrorCode::FileUnwritable);
    QCOMPARE(contentsOf(old), QByteArray("as it was"));
    QCOMPARE(QDir(m_folder.path()).entryList({u"old.svg.*"_qs}, QDir::Files).size(), 0);
}

void TestExport::hugeScaleIsBounded()
{
    QVERIFY(exportDiagram(m_blueprint, {}, {path(u"huge.png"_qs), false, 1e6}).ok());
    const QImage image(path(u"huge.png"_qs));
    QVERIFY(!image.isNull());
    QVERIFY(qint64(image.width()) * image.height() < 25'000'000);
}

void TestExport::sameInputSameBytes()
{
    for (const QString& name : {u"x.svg"_qs, u"x.png"_qs}) {
        QVERIFY(exportDiagram(m_blueprint, drifted(m_blueprint), {path(name), false, 2}).ok());
        const QByteArray first = contentsOf(path(name));
        QVERIFY(exportDiagram(m_blueprint, drifted(m_blueprint), {path(name), false, 2}).ok());
        QCOMPARE(contentsOf(path(name)), first);
    }
}

QTEST_MAIN(TestExport)
#include "tst_export.moc"
