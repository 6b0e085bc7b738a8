// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "app/cli/print_image_diff.h"
#include "models/domain/event_json.h"
#include "models/wording/wording.h"

using namespace snowmelt;
using namespace snowmelt::sample;

class TestImageDiff : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void partsAsLines();
    void filesOfPackagesAreCountedAndListedOnRequest();
    void nothingDiffers();
    void unknownRecipesAreSaid();
    void whoChangedTheRecipe_data();
    void whoChangedTheRecipe();
    void namesAreNotObeyed();
    void asJson();
    void intents();
    void unknownIsNeverFine_data();
    void unknownIsNeverFine();
    void wrongCalls_data();
    void wrongCalls();
};

namespace {

const QDateTime builtAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);

ImageRecord record(const QString& version, qint64 size)
{
    ImageRecord record;
    record.ref = {u"shop"_qs, version};
    record.digest = Digest::ofBytes(version.toUtf8());
    record.builtAt = builtAt;
    record.size = size;
    record.packages = 213;
    return record;
}

ImageDiff alike()
{
    return {record(u"1.0.0"_qs, 191'000'000), record(u"1.1.0"_qs, 195'000'000), {}, true, true, {}};
}

ImageDiff sampleDiff()
{
    using enum ImagePart;
    using enum ImageChange;
    ImageDiff diff = alike();
    diff.differences = {
        {Package, Newer, "libssl3:amd64", u"3.0.11-1"_qs, u"3.0.13-1"_qs, {u"version"_qs}},
        {Package, Added, "tzdata", {}, u"2024a"_qs},
        {File, Changed, "/etc/motd", u"0644 root root 12 B"_qs, u"0600 root root 12 B"_qs, {u"mode"_qs, u"content"_qs}},
        {File, Added, "/usr/share/a", {}, u"0644 root root 1 B"_qs, {}, u"tzdata"_qs},
        {File, Added, "/usr/share/b", {}, u"0644 root root 2 B"_qs, {}, u"tzdata"_qs},
        {Port, Added, "8443", {}, {}},
        {Service, Changed, "shop", u"/opt/a"_qs, u"/opt/b"_qs, {u"command"_qs}},
        {Recipe, Removed, "3", u"ports: [80]"_qs, {}},
        {Recipe, Added, "3", {}, u"ports: [80, 443]"_qs}};
    return diff;
}

QString printed(const ImageDiff& diff, PackageFileRows files = PackageFileRows::Counted)
{
    QString out;
    Console::Ends ends;
    ends.out = [&out](const QByteArray& bytes) { out += QString::fromUtf8(bytes); };
    Console console(ends);
    printImageDiff(console, diff, builtAt.addDays(2), files);
    return out;
}

} // namespace

void TestImageDiff::partsAsLines()
{
    const QString digests[] = {Digest::ofBytes("1.0.0").shortHex(), Digest::ofBytes("1.1.0").shortHex()};
    const QString expected = u"shop@1.0.0 → shop@1.1.0  9 differences, +4.0 MB\n"
                             "  from  shop@1.0.0  A  191 MB, 213 packages, built 2 d ago\n"
                             "  to    shop@1.1.0  B  195 MB, 213 packages, built 2 d ago\n"
                             "  Packages  2\n"
                             "    ▲ libssl3:amd64  newer  3.0.11-1 → 3.0.13-1\n"
                             "    + tzdata  added  2024a\n"
                             "  Files  3\n"
                             "    ~ /etc/motd  changed  mode, content: 0644 root root 12 B → 0600 root root 12 B\n"
                             "    … and 2 files of packages that differ, listed with --verbose\n"
                             "  Ports  1\n"
                             "    + 8443  added\n"
                             "  Services  1\n"
                             "    ~ shop  changed  command: /opt/a → /opt/b\n"
                             "  Recipe  2\n"
                             "    - ports: [80]\n"
                             "    + ports: [80, 443]\n"_qs;
    QString wanted = expected;
    wanted.replace(u"  A  "_qs, QString(u"  "_qs + digests[0] + u"  "));
    wanted.replace(u"  B  "_qs, QString(u"  "_qs + digests[1] + u"  "));
    wanted.replace(u"+4.0 MB"_qs, QString(u'+' + sizeText(4'000'000)));
    QCOMPARE(printed(sampleDiff()), wanted);
}

void TestImageDiff::filesOfPackagesAreCountedAndListedOnRequest()
{
    const QString out = printed(sampleDiff(), PackageFileRows::Listed);
    QVERIFY2(out.contains(u"    + /usr/share/a  added  0644 root root 1 B  (of tzdata)\n"_qs), qPrintable(out));
    QVERIFY(!out.contains(u"--verbose"_qs));
}

void TestImageDiff::nothingDiffers()
{
    ImageDiff diff = alike();
    diff.to.size = diff.from.size;
    const QString out = printed(diff);
    QVERIFY2(out.startsWith(u"shop@1.0.0 → shop@1.1.0  no difference, the same size\n"_qs), qPrintable(out));
    QCOMPARE(out.count(u'\n'), 3);
}

void TestImageDiff::unknownRecipesAreSaid()
{
    ImageDiff diff = alike();
    diff.recipeKnownFrom = false;
    QVERIFY(printed(diff).endsWith(
        u"  ? Whether the recipes differ is not known: shop 1.0.0 was not kept with its text.\n"_qs));
    diff.recipeKnownTo = false;
    QVERIFY(printed(diff).endsWith(
        u"  ? Whether the recipes differ is not known: neither image was kept with its text.\n"_qs));
    diff.to = diff.from;
    QVERIFY(!printed(diff).contains(u'?'));
}

void TestImageDiff::whoChangedTheRecipe_data()
{
    const QList<RecipeCommit> commits{{u"0123456789abcdef"_qs, builtAt, u"Kim\x1b"_qs, u"a port"_qs}};
    const QString line =
        u"    0123456789ab  "_qs + builtAt.toLocalTime().toString(u"yyyy-MM-dd HH:mm"_qs) + u"  Kim\\x1b  a port\n";
    QTest::addColumn<RecipeTrail>("trail");
    QTest::addColumn<QString>("end");
    QTest::newRow("between") << RecipeTrail{RecipeTrailKind::Between, commits, {}}
                             << QString(u"  Who changed the recipe, from git:\n"_qs + line);
    QTest::newRow("latest") << RecipeTrail{RecipeTrailKind::Latest, commits, {}}
                            << QString(u"The last commits that touched it:\n"_qs + line);
    QTest::newRow("no commit") << RecipeTrail{RecipeTrailKind::Latest, {}, {}} << u"it is in no commit yet.\n"_qs;
    QTest::newRow("no git") << RecipeTrail{RecipeTrailKind::NoGit, {}, {}}
                            << u"git is not installed on this machine.\n"_qs;
    QTest::newRow("no repository") << RecipeTrail{RecipeTrailKind::NoRepository, {}, {}} << u"not kept in git.\n"_qs;
    QTest::newRow("silent") << RecipeTrail{RecipeTrailKind::Unreadable, {}, u"fatal: dubious"_qs}
                            << u"git did not say.\n      fatal: dubious\n"_qs;
}

void TestImageDiff::whoChangedTheRecipe()
{
    QFETCH(RecipeTrail, trail);
    QFETCH(QString, end);
    ImageDiff diff = sampleDiff();
    diff.trail = trail;
    QVERIFY2(printed(diff).endsWith(end), qPrintable(printed(diff)));
}

void TestImageDiff::namesAreNotObeyed()
{
    ImageDiff diff = alike();
    diff.differences = {{ImagePart::File, ImageChange::Added, "/a\x1b[31m\xff", {}, u"→ \x1b]0;x"_qs}};
    QVERIFY2(!printed(diff).contains(u'\x1b'), qPrintable(printed(diff)));
}

void TestImageDiff::asJson()
{
    CliFixture cli;
    cli.script = {ImagesCompared{sampleDiff()}, Finished{OutcomeKind::Differences, Safety::Unchanged, {}, 0}};
    cli.run({u"image-diff"_qs, u"shop@1.0.0"_qs, u"shop@1.1.0"_qs, u"--json"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 2);
    const QJsonObject json = document(cli.out);
    QCOMPARE(json[u"schema"_qs].toString(), u"snowmelt.image-diff/1"_qs);
    QCOMPARE(json[u"outcome"_qs].toString(), u"differences"_qs);
    QCOMPARE(json[u"diff"_qs].toObject(), toJson(sampleDiff()));
}

void TestImageDiff::intents()
{
    CliFixture cli;
    cli.script = {ImagesCompared{alike()}, Finished{}};
    cli.run({u"image-diff"_qs, u"shop@1.0.0"_qs, u"sha256:abcdef"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QVERIFY(cli.intent<ImageDiffIntent>());
    QCOMPARE(cli.intent<ImageDiffIntent>()->from, u"shop@1.0.0"_qs);
    QCOMPARE(cli.intent<ImageDiffIntent>()->to, u"sha256:abcdef"_qs);
}

void TestImageDiff::unknownIsNeverFine_data()
{
    ImageDiff unknown = alike();
    unknown.recipeKnownTo = false;
    QTest::addColumn<QList<EventBody>>("script");
    QTest::addColumn<int>("status");
    QTest::newRow("no comparison") << QList<EventBody>{Finished{}} << 3;
    QTest::newRow("recipe not known") << QList<EventBody>{ImagesCompared{unknown}, Finished{}} << 3;
    QTest::newRow("differences, said to be done") << QList<EventBody>{ImagesCompared{sampleDiff()}, Finished{}} << 2;
    const Finished failed{OutcomeKind::Failed, Safety::Unchanged,
                          Error{ErrorCode::ImageAmbiguous, {u"abcdef"_qs, u"a, b"_qs}, {}}, 0};
    QTest::newRow("failed") << QList<EventBody>{failed} << 1;
}

void TestImageDiff::unknownIsNeverFine()
{
    QFETCH(QList<EventBody>, script);
    CliFixture cli;
    cli.script = script;
    cli.run({u"image-diff"_qs, u"shop@1.0.0"_qs, u"abcdef"_qs, cli.blueprint()});
    QTEST(cli.status, "status");
}

void TestImageDiff::wrongCalls_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("one") << QStringList{u"shop@1.0.0"_qs};
    QTest::newRow("three") << QStringList{u"shop@1.0.0"_qs, u"shop@1.1.0"_qs, u"shop@1.2.0"_qs};
    QTest::newRow("only a name") << QStringList{u"shop"_qs, u"shop@1.1.0"_qs};
    QTest::newRow("few digits") << QStringList{u"shop@1.0.0"_qs, u"abcde"_qs};
}

void TestImageDiff::wrongCalls()
{
    QFETCH(QStringList, words);
    CliFixture cli;
    cli.run(QStringList{u"image-diff"_qs} + words + QStringList{cli.blueprint()});
    QCOMPARE(cli.status, 64);
    QVERIFY(cli.log.requests.isEmpty());
}

QTEST_MAIN(TestImageDiff)
#include "tst_image_diff.moc"
