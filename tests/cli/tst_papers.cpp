// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_fixture.h"

#include "models/wording/wording.h"

#include <QDir>

using namespace snowmelt;
using namespace snowmelt::sample;

class TestPapers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }
    void paperGoesToStdout();
    void paperGoesToAFile();
    void paperAsJson();
    void everyKindHasItsName_data();
    void everyKindHasItsName();
    void wrongCallsAreRefused();
    void missingPaperIsSaid();
    void sign();
    void unsignedImageIsSaid();

private:
    static QList<EventBody> made(const QByteArray& text)
    {
        return {PaperMade{shop11, PaperKind::Spdx, text}, ended(OutcomeKind::Done, Safety::Unchanged)};
    }
};

void TestPapers::paperGoesToStdout()
{
    CliFixture cli;
    cli.script = made("{\n}\n");
    cli.run({u"papers"_qs, u"shop"_qs, u"--kind"_qs, u"spdx"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.out, u"{\n}\n"_qs); // as it is, and nothing besides
    QCOMPARE(cli.err, QString());
    QCOMPARE(cli.intent<PaperIntent>()->image, shop11); // the last version in the file's order
}

void TestPapers::paperGoesToAFile()
{
    CliFixture cli;
    cli.script = made("text");
    const QString out = cli.folder.filePath(u"shop.spdx.json"_qs);
    cli.run({u"papers"_qs, u"shop@1.1.0"_qs, u"--kind=spdx"_qs, u"-o"_qs, out, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.out, QString(out + u" is written.\n"));
    QCOMPARE(cli.contentOf(u"shop.spdx.json"_qs), "text");
    cli.run({u"papers"_qs, u"shop@1.1.0"_qs, u"--kind=spdx"_qs, u"-o"_qs, u"/nowhere/at/all"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 1);
    QVERIFY2(cli.err.contains(u"/nowhere/at/all"_qs), qPrintable(cli.err));
}

void TestPapers::paperAsJson()
{
    CliFixture cli;
    cli.script = made("text");
    cli.run({u"papers"_qs, u"shop@1.1.0"_qs, u"--kind=spdx"_qs, u"--json"_qs, cli.blueprint()});
    QCOMPARE(document(cli.out)[u"schema"].toString(), u"snowmelt.paper/1"_qs);
    QCOMPARE(document(cli.out)[u"text"].toString(), u"text"_qs);
    QCOMPARE(document(cli.out)[u"image"].toString(), u"shop@1.1.0"_qs);
    const QString out = cli.folder.filePath(u"shop.json"_qs);
    cli.run({u"papers"_qs, u"shop@1.1.0"_qs, u"--kind=spdx"_qs, u"--json"_qs, u"-o"_qs, out, cli.blueprint()});
    QCOMPARE(document(cli.out)[u"file"].toString(), out);
    QVERIFY(!document(cli.out).contains(u"text"_qs));
}

void TestPapers::everyKindHasItsName_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("inventory") << int(PaperKind::Inventory);
    QTest::newRow("spdx") << int(PaperKind::Spdx);
    QTest::newRow("cyclonedx") << int(PaperKind::CycloneDx);
    QTest::newRow("provenance") << int(PaperKind::Provenance);
    QTest::newRow("signature") << int(PaperKind::Signature);
}

void TestPapers::everyKindHasItsName()
{
    QFETCH(int, kind);
    CliFixture cli;
    cli.run({u"papers"_qs, u"shop"_qs, u"--kind"_qs, QString::fromLatin1(QTest::currentDataTag()), cli.blueprint()});
    QCOMPARE(int(cli.intent<PaperIntent>()->paper), kind);
}

void TestPapers::wrongCallsAreRefused()
{
    CliFixture cli;
    const QString file = cli.blueprint();
    const QList<QStringList> calls{{u"papers"_qs, u"shop"_qs, file},
                                   {u"papers"_qs, u"shop"_qs, u"--kind"_qs, u"spxd"_qs, file},
                                   {u"papers"_qs, u"--kind"_qs, u"spdx"_qs, file},
                                   {u"papers"_qs, u"shop"_qs, u"--kind"_qs, u"spdx"_qs, u"-o"_qs, file, file},
                                   {u"sign"_qs, u"shop"_qs, file}};
    for (const QStringList& call : calls) {
        cli.run(call);
        QCOMPARE(cli.status, 64);
        QVERIFY2(cli.log.requests.isEmpty(), qPrintable(call.join(u' ')));
    }
    QCOMPARE(cli.contentOf(u"shop.yaml.blueprint"_qs), CliFixture::blueprintText());
}

void TestPapers::missingPaperIsSaid()
{
    CliFixture cli;
    const Error none{ErrorCode::Unsupported, {u"provenance"_qs, u"shop@1.1.0"_qs}, {}};
    cli.script = {Finished{OutcomeKind::Failed, Safety::Unchanged, none, 0}};
    cli.run({u"papers"_qs, u"shop"_qs, u"--kind"_qs, u"provenance"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 1);
    QCOMPARE(cli.out, QString());
    QVERIFY2(cli.err.contains(u"was not written down"_qs), qPrintable(cli.err));
}

void TestPapers::sign()
{
    CliFixture cli;
    cli.script = {ImageSigned{shop11, u"mina@laptop"_qs, u"SHA256:abc"_qs}, ended(OutcomeKind::Done, Safety::AsWanted)};
    cli.run({u"sign"_qs, u"shop"_qs, u"--key"_qs, u"keys/mina"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 0);
    QCOMPARE(cli.intent<SignImageIntent>()->image, shop11);
    QCOMPARE(cli.intent<SignImageIntent>()->key, QDir::current().absoluteFilePath(u"keys/mina"_qs));
    QVERIFY2(cli.out.contains(u"shop@1.1.0 is signed by mina@laptop  SHA256:abc"_qs), qPrintable(cli.out));
    cli.script = {ImageSigned{shop11, {}, u"SHA256:abc"_qs}, ended(OutcomeKind::Done, Safety::AsWanted)};
    cli.run({u"sign"_qs, u"shop"_qs, u"--key"_qs, u"keys/mina"_qs, cli.blueprint()});
    QVERIFY2(cli.out.contains(u"is signed by a key without a name  SHA256:abc"_qs), qPrintable(cli.out));
}

void TestPapers::unsignedImageIsSaid()
{
    CliFixture cli;
    const Error error{ErrorCode::SignatureInvalid, {u"shop@1.1.0"_qs, QString()}, {}};
    cli.script = {Finished{OutcomeKind::Failed, Safety::NothingTouched, error, 0}};
    cli.run({u"up"_qs, cli.blueprint()});
    QCOMPARE(cli.status, 1);
    QVERIFY2(cli.err.contains(u"has no signature"_qs) && cli.err.contains(u"allowed_signers"_qs), qPrintable(cli.err));
}

QTEST_MAIN(TestPapers)
#include "tst_papers.moc"
