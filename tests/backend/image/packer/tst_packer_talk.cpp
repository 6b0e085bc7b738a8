// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/packer/packer_manifest.h"
#include "backend/image/packer/packer_talk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace snowmelt;

namespace {

PackerLine line(const char* target, const char* type, QStringList data)
{
    return {QString::fromLatin1(target), QString::fromLatin1(type), std::move(data)};
}

// As Packer 1.6.6 prints them.
const QList<QByteArray> fileBuild{"1795403024,file,artifact-count,2",
                                  "1795403024,file,artifact,0,builder-id,packer.file",
                                  "1795403024,file,artifact,0,id,File",
                                  "1795403024,file,artifact,0,string,Stored file: out%!(PACKER_COMMA)1.tar",
                                  "1795403024,file,artifact,0,files-count,1",
                                  "1795403024,file,artifact,0,file,0,out.tar",
                                  "1795403024,file,artifact,0,end",
                                  "1795403024,file,artifact,1,builder-id,packer.file",
                                  "1795403024,file,artifact,1,id,File",
                                  "1795403024,file,artifact,1,string,Stored file: out%!(PACKER_COMMA)1.tar",
                                  "1795403024,file,artifact,1,files-count,1",
                                  "1795403024,file,artifact,1,file,0,out.tar",
                                  "1795403024,file,artifact,1,end"};

} // namespace

class TestPackerTalk : public QObject
{
    Q_OBJECT

private:
    static PackerTalk plainTalk() { return PackerTalk(SecretScrub({})); }

private Q_SLOTS:
    void linesAreTakenApart()
    {
        QCOMPARE(*parsePackerLine("1795402830,null,error,Script exited: 3"),
                 line("null", "error", {QStringLiteral("Script exited: 3")}));
        QCOMPARE(*parsePackerLine("1795402830,,ui,say,a%!(PACKER_COMMA) b\\nc\\rd"),
                 line("", "ui", {QStringLiteral("say"), QStringLiteral("a, b\nc\rd")}));
        QCOMPARE(*parsePackerLine("1795402785,,version-prelease,"), line("", "version-prelease", {QString()}));
        QCOMPARE(*parsePackerLine("1795402830,null.x,artifact,0,end"),
                 line("null.x", "artifact", {QStringLiteral("0"), QStringLiteral("end")}));
    }

    void whatIsNoLineIsNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a time alone") << QByteArray("1795402830");
        QTest::newRow("torn before its type") << QByteArray("1795402830,null");
        QTest::newRow("torn in its time") << QByteArray("17954028");
        QTest::newRow("no time") << QByteArray(",,ui,say,x");
        QTest::newRow("a sentence") << QByteArray("panic: runtime error, index out of range, goroutine 1");
        QTest::newRow("no type") << QByteArray("1795402830,a,,b");
        QTest::newRow("noise") << QByteArray("\x00\xff,\x01,\x02", 6);
    }

    void whatIsNoLineIsNone()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!parsePackerLine(text));
    }

    // It must be seen all the same: a program that crashes speaks in its own form.
    void otherLinesAreTold()
    {
        PackerTalk talk = plainTalk();
        QCOMPARE(talk.hear("panic: runtime error"), QStringList{QStringLiteral("panic: runtime error")});
        QVERIFY(talk.said().contains("panic"));
    }

    void messagesAreToldLineByLine()
    {
        PackerTalk talk = plainTalk();
        QCOMPARE(talk.hear("1795402829,,ui,error,Error: no\\n\\n  on x.hcl line 1:\\n\\n"),
                 (QStringList{QStringLiteral("Error: no"), QStringLiteral("  on x.hcl line 1:")}));
        QCOMPARE(talk.hear("1795402829,,ui,say,"), QStringList{});
        QCOMPARE(talk.hear("1795402829,,error-count,1"), QStringList{});
        QCOMPARE(talk.said(), QByteArray("Error: no\n  on x.hcl line 1:\n"));
    }

    void hugeLinesAreClippedAndCounted()
    {
        PackerTalk talk = plainTalk();
        const QStringList told = talk.hear("1795402829,,ui,message," + QByteArray(1 << 20, 'x'));
        QCOMPARE(told.size(), 1);
        QVERIFY(told[0].size() < 9000);
        QVERIFY(told[0].endsWith(QStringLiteral("… +%1").arg((1 << 20) - 8192)));
        for (int i = 0; i < 1000; ++i)
            talk.hear("1795402829,,ui,message," + QByteArray(1000, 'y'));
        QVERIFY(talk.said().size() <= 128 * 1024);
        QVERIFY(talk.said().endsWith("yy\n"));
    }

    void versionIsHeard()
    {
        PackerTalk talk = plainTalk();
        talk.hear("1795402785,,version,1.6.6");
        talk.hear("1795402785,,version-commit,abc");
        QCOMPARE(talk.version(), QStringLiteral("1.6.6"));
    }

    // Post-processors tell what they were given once more.
    void artifactsAreCollected()
    {
        PackerTalk talk = plainTalk();
        for (const QByteArray& each : fileBuild)
            QCOMPARE(talk.hear(each), QStringList{});
        const PackerArtifact stored{QStringLiteral("file"),
                                    QStringLiteral("packer.file"),
                                    QStringLiteral("File"),
                                    QStringLiteral("Stored file: out,1.tar"),
                                    {QStringLiteral("out.tar")}};
        QCOMPARE(talk.artifacts(), QList{stored});
    }

    void artifactsOfTwoBuildsAreTwo()
    {
        PackerTalk talk = plainTalk();
        talk.hear("1,a,artifact,0,id,X");
        talk.hear("1,b,artifact,0,id,X");
        QCOMPARE(talk.artifacts().size(), 2);
    }

    void tornArtifactsHarmNobody()
    {
        PackerTalk talk = plainTalk();
        for (const char* torn :
             {"1,a,artifact", "1,a,artifact,", "1,a,artifact,0", "1,a,artifact,0,file", "1,a,artifact,0,file,0"})
            talk.hear(torn);
        QCOMPARE(talk.artifacts().size(), 1);
        QCOMPARE(talk.artifacts()[0].files, QStringList{});
    }

    void endlessArtifactsAreBounded()
    {
        PackerTalk talk = plainTalk();
        for (int i = 0; i < 3000; ++i)
            talk.hear("1,a,artifact," + QByteArray::number(i) + ",id," + QByteArray::number(i));
        QCOMPARE(talk.artifacts().size(), 1000);
    }

    void nothingHasASecret()
    {
        PackerTalk talk(SecretScrub({Secret("s3cr,et\nline two of it")}));
        QStringList told = talk.hear("1,,ui,message,    null: token=s3cr%!(PACKER_COMMA)et");
        told += talk.hear("1,,ui,message,    null: line two of it");
        told += talk.hear("s3cr,et as no line of Packer's");
        QCOMPARE(told, (QStringList{QStringLiteral("    null: token=•••"), QStringLiteral("    null: •••"),
                                    QStringLiteral("••• as no line of Packer's")}));
        QCOMPARE(talk.finish(), QStringList{});
        talk.hear("1,s3cr%!(PACKER_COMMA)et,artifact,0,string,at s3cr%!(PACKER_COMMA)et");
        talk.hear("1,s3cr%!(PACKER_COMMA)et,artifact,0,file,0,/s3cr%!(PACKER_COMMA)et/x");
        const PackerArtifact artifact = talk.artifacts()[0];
        QCOMPARE(artifact.build, QStringLiteral("•••"));
        QCOMPARE(artifact.text, QStringLiteral("at •••"));
        QCOMPARE(artifact.files, QStringList{QStringLiteral("/•••/x")});
        QVERIFY(!talk.said().contains("s3cr"));
    }

    // What goes into an error is what was told.
    void secretOfSeveralLinesIsInNothingThatWasSaid()
    {
        PackerTalk talk(SecretScrub({Secret("a-token-that-is-long-enough")}));
        QStringList told = talk.hear("1,,ui,message,    null:  61 2d 74 6f 6b 65 6e 2d 74 68 61 74 2d 69 73 2d");
        QCOMPARE(told, QStringList{});
        told += talk.hear("1,,ui,message,    null:  6c 6f 6e 67 2d 65 6e 6f 75 67 68");
        told += talk.hear("1,,ui,error,==> null: Script exited\\na-token-that-");
        told += talk.finish();
        const QStringList expected{QStringLiteral("    null:  •••"), QStringLiteral("    null:  •••"),
                                   QStringLiteral("==> null: Script exited"), QStringLiteral("•••")};
        QCOMPARE(told, expected);
        QCOMPARE(QString::fromUtf8(talk.said()), expected.join(u'\n') + u'\n');
    }

    void manifestIsOfTheLastRun()
    {
        const QByteArray text = R"({"builds": [
            {"name": "old", "packer_run_uuid": "1", "custom_data": null},
            {"name": "file", "packer_run_uuid": "2", "files": [{"name": "out.tar", "size": 7}],
             "custom_data": {"hush-hush": "hush-hush/x", "n": 3}}], "last_run_uuid": "2"})";
        const auto last = lastRunOf(text, SecretScrub({Secret("hush-hush")}));
        QVERIFY(last);
        const QJsonArray builds = QJsonDocument::fromJson(*last).object()[QStringLiteral("builds")].toArray();
        QCOMPARE(builds.size(), 1);
        QCOMPARE(builds[0][QStringLiteral("name")].toString(), QStringLiteral("file"));
        QCOMPARE(builds[0][QStringLiteral("custom_data")].toObject(),
                 (QJsonObject{{QStringLiteral("•••"), QStringLiteral("•••/x")}, {QStringLiteral("n"), 3}}));
    }

    void otherJsonIsNoManifest()
    {
        const SecretScrub scrub({});
        for (const char* text : {"", "{", "[]", "{}", R"({"builds": []})", R"({"builds": 1, "last_run_uuid": "x"})"})
            QVERIFY(!lastRunOf(text, scrub));
    }

    void manifestIsMadeWhereNoneIs()
    {
        PackerTalk talk = plainTalk();
        for (const QByteArray& each : fileBuild)
            talk.hear(each);
        const QJsonArray builds =
            QJsonDocument::fromJson(manifestOf(talk.artifacts())).object()[QStringLiteral("builds")].toArray();
        QCOMPARE(builds.size(), 1);
        QCOMPARE(builds[0][QStringLiteral("files")][0][QStringLiteral("name")].toString(), QStringLiteral("out.tar"));
        QCOMPARE(builds[0][QStringLiteral("builder_id")].toString(), QStringLiteral("packer.file"));
    }
};

QTEST_GUILESS_MAIN(TestPackerTalk)
#include "tst_packer_talk.moc"
