// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/image/packer/packer_builds.h"

using namespace snowmelt;
using namespace snowmelt::sample;

/// Builds that Packer ends without an image; what only newer ones say, a script says.
class TestPackerFailures : public PackerBuilds
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { beginAll(); }
    void init() { begin(); }
    void cleanup() { end(); }

    void secretsAreNotInFailures()
    {
        m_images->setRecipe("root.json", ", secrets: [token]");
        m_images->setCommands({QStringLiteral("echo '{{user `token`}}'; exit 4")},
                              {{QStringLiteral("variables"), QJsonObject{{QStringLiteral("token"), QString()}}}});
        qputenv("SNOWMELT_PACKER_TOKEN", hush);
        verifyRefused(ErrorCode::PackerFailed, {QStringLiteral("trial@1"), QStringLiteral("1")});
        QVERIFY2(m_detail.contains(QStringLiteral("•••")), qPrintable(m_detail));
        QVERIFY(!m_detail.contains(QStringLiteral("quiet")) && !m_told.contains("quiet"));
    }

    // As base64 and od break it over lines.
    void secretsOnSeveralLinesAreNotInFailures()
    {
        const QByteArray token = "p4ssw0rd-that-is-long-enough-to-wrap-in-base64-at-76-characters";
        m_images->setRecipe("root.json", ", secrets: [token]");
        m_images->write(QStringLiteral("packer/show"),
                        "printf %s \"$TOKEN\" | base64; printf %s \"$TOKEN\" | od -An -tx1; exit 4\n");
        m_images->setCommands({QStringLiteral("TOKEN='{{user `token`}}' sh show")},
                              {{QStringLiteral("variables"), QJsonObject{{QStringLiteral("token"), QString()}}}});
        qputenv("SNOWMELT_PACKER_TOKEN", token);
        verifyRefused(ErrorCode::PackerFailed, {QStringLiteral("trial@1"), QStringLiteral("1")});
        QVERIFY2(m_detail.contains(QStringLiteral("•••")), qPrintable(m_detail));
        for (const QByteArray& said : {QByteArray(m_detail.toUtf8()), m_told})
            for (const QByteArray& part : {token.toBase64().left(8), token.toBase64().right(8),
                                           token.left(4).toHex(' '), token.right(4).toHex(' ')})
                QVERIFY2(!said.contains(part), said.constData());
    }

    void secretInTheRootIsRefused()
    {
        m_images->setRecipe("root.json", ", secrets: [token]");
        m_images->setCommands(root({QStringLiteral("echo '{{user `token`}}' > root/etc/token")}),
                              {{QStringLiteral("variables"), QJsonObject{{QStringLiteral("token"), QString()}}}});
        qputenv("SNOWMELT_PACKER_TOKEN", "a-token-of-some-length");
        verifyRefused(ErrorCode::ArtifactInvalid, {QStringLiteral("trial@1"), QStringLiteral("/etc/token")});
        QCOMPARE(m_detail, QStringLiteral("token: •••"));
    }

    void secretInANameIsRefused_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("path");
        QTest::newRow("name") << QStringLiteral("touch root/etc/x-{{user `token`}}") << QStringLiteral("/etc/x-•••");
        QTest::newRow("target") << QStringLiteral("ln -s /{{user `token`}} root/etc/link")
                                << QStringLiteral("/etc/link");
    }

    void secretInANameIsRefused()
    {
        QFETCH(const QString, command);
        QFETCH(const QString, path);
        m_images->setRecipe("root.json", ", secrets: [token]");
        m_images->setCommands(root({command}),
                              {{QStringLiteral("variables"), QJsonObject{{QStringLiteral("token"), QString()}}}});
        qputenv("SNOWMELT_PACKER_TOKEN", "a-token-of-some-length");
        verifyRefused(ErrorCode::ArtifactInvalid, {QStringLiteral("trial@1"), path});
        QCOMPARE(m_detail, QStringLiteral("token: •••"));
    }

    void missingSecretStopsBeforeAnything()
    {
        m_images->setRecipe("root.json", ", secrets: [api-token]");
        m_images->setCommands(root());
        verifyRefused(ErrorCode::SecretUnavailable, {QStringLiteral("api-token (SNOWMELT_PACKER_API_TOKEN)")});
        QCOMPARE(m_lines, QStringList{});
    }

    void invalidTemplateIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("said");
        QTest::newRow("no JSON") << QByteArray("{\"builders\":[{\"type\":\"null\"]}")
                                 << QStringLiteral("Error parsing JSON");
        QTest::newRow("no builder") << QByteArray("{}") << QStringLiteral("builder");
        QTest::newRow("unknown key") << QByteArray(
                                            R"({"builders": [{"type": "null", "communicator": "none", "nosuch": 1}]})")
                                     << QStringLiteral("nosuch");
    }

    void invalidTemplateIsRefused()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, said);
        m_images->write(QStringLiteral("packer/root.json"), text);
        verifyRefused(ErrorCode::PackerInvalid, {QStringLiteral("trial@1"), QStringLiteral("packer/root.json")});
        QVERIFY2(m_detail.contains(said), qPrintable(m_detail));
    }

    void missingPluginIsNamed()
    {
        m_images->write(QStringLiteral("packer/root.json"), R"({"builders": [{"type": "nosuch"}]})");
        verifyRefused(ErrorCode::PackerPluginMissing,
                      {QStringLiteral("trial@1"), QStringLiteral("nosuch"),
                       QStringLiteral("install -D packer-builder-nosuch ~/.packer.d/plugins/packer-builder-nosuch")});
        m_images->write(QStringLiteral("packer/root.pkr.hcl"),
                        "source \"nosuch\" \"x\" {\n}\nbuild {\n  sources = [\"source.nosuch.x\"]\n}\n");
        m_images->setRecipe("root.pkr.hcl");
        const auto built = build();
        QVERIFY(built.failed());
        QCOMPARE(built.error().code, ErrorCode::PackerPluginMissing);
    }

    // As 1.11 says it.
    void missingPluginOfANewerPackerIsNamed()
    {
        m_images->write(QStringLiteral("packer/root.json"), "{}");
        setPacker(
            "case $1 in\n"
            "version) echo '1,,version,1.11.2' ;;\n"
            "validate) printf '%s\\n' '1,,ui,error,Error: Missing plugins\\n\\nThe following plugins are "
            "required%!(PACKER_COMMA) "
            "but not installed:\\n\\n* github.com/hashicorp/docker >= 1.0.0\\n\\nDid you run packer init for this "
            "project ?\\n'; exit 1 ;;\n"
            "esac\n");
        verifyRefused(ErrorCode::PackerPluginMissing,
                      {QStringLiteral("trial@1"), QStringLiteral("github.com/hashicorp/docker"),
                       QStringLiteral("packer init packer/root.json")});
    }

    // What it prints may be anything, and end anywhere.
    void nonsenseHarmsNobody()
    {
        m_images->write(QStringLiteral("packer/root.json"), "{}");
        setPacker("case $1 in\n"
                  "build) head -c 300000 /dev/zero | tr '\\0' x; echo; printf '\\377\\376,,ui,say\\n1,,ui'; exit 7 ;;\n"
                  "esac\n");
        verifyRefused(ErrorCode::PackerFailed, {QStringLiteral("trial@1"), QStringLiteral("7")});
        QVERIFY(!m_lines.filter(QStringLiteral(",,ui,say")).isEmpty());
        QVERIFY(!m_lines.filter(QStringLiteral("x… +")).isEmpty());
    }

    void buildFailsWithItsLastWords()
    {
        m_images->setCommands({QStringLiteral("echo one; echo two >&2; exit 3")});
        verifyRefused(ErrorCode::PackerFailed, {QStringLiteral("trial@1"), QStringLiteral("1")});
        for (const char* said : {"one", "two", "Script exited with non-zero exit status: 3"})
            QVERIFY2(m_detail.contains(QLatin1String(said)), qPrintable(m_detail));
    }

    // Machines that it made elsewhere would go on costing money.
    void cancelLetsPackerTakeBackWhatItMade()
    {
        m_images->setCommands({QStringLiteral("echo waiting; exec sleep 1000")});
        CancelSource cancel;
        m_onLine = [&cancel](const QString& line) {
            if (line == u"null: waiting")
                cancel.cancel();
        };
        m_lines.clear();
        const auto built = QCoro::waitFor(m_builder->build(
            m_images->blueprint(), {SmallImages::trial()}, [this](const EventBody& body) { hear(body); },
            CallContext{cancel.token()}));
        QVERIFY(built.cancelled());
        QVERIFY2(m_lines.contains(QStringLiteral("Cleanly cancelled builds after being interrupted.")),
                 qPrintable(m_lines.join(u'\n')));
    }

    void missingArtifactIsSaidWithWhatThereIs()
    {
        m_images->setCommands({QStringLiteral("true")});
        verifyRefused(ErrorCode::ArtifactInvalid, {QStringLiteral("trial@1"), QStringLiteral("root.tar")});
        QCOMPARE(m_detail, QStringLiteral("null: Did not export anything. This is the null builder"));
    }

    void artifactThatIsALinkIsRefused()
    {
        m_images->setCommands({QStringLiteral("ln -s /etc/passwd root.tar")});
        verifyRefused(ErrorCode::ArtifactInvalid, {QStringLiteral("trial@1"), QStringLiteral("root.tar")});
        m_images->setCommands({QStringLiteral("ln -s /etc root.tar")});
        verifyRefused(ErrorCode::ArtifactInvalid, {QStringLiteral("trial@1"), QStringLiteral("root.tar")});
    }

    void hostileArtifactIsRefused()
    {
        m_images->setCommands(
            {QStringLiteral("mkdir x; echo hi > x/f; tar -C x -cf root.tar --transform 's,f,../../f,' -P f")});
        verifyRefused(ErrorCode::ArtifactInvalid, {QStringLiteral("trial@1"), QStringLiteral("root.tar")});
        QVERIFY2(m_detail.contains(QStringLiteral("../../f")), qPrintable(m_detail));
        m_images->setCommands({QStringLiteral("echo no tar > root.tar")});
        verifyRefused(ErrorCode::ArtifactInvalid, {QStringLiteral("trial@1"), QStringLiteral("root.tar")});
    }

    void lockIsUnsupported()
    {
        m_images->setCommands(root());
        const QStringList args{QStringLiteral("lock"), QStringLiteral("trial@1")};
        const auto moved = QCoro::waitFor(m_builder->updateLocks(
            m_images->blueprint(), *ImageRef::parse(QStringLiteral("child@1")), false, [](const EventBody&) {}, {}));
        QVERIFY(moved.failed());
        QCOMPARE(moved.error().code, ErrorCode::Unsupported);
        QCOMPARE(moved.error().args, args);
        m_images->write(QStringLiteral("trial.lock"), "snowmelt-lock: 1\npackages: []\nsources: []\ndebs: []\n");
        verifyRefused(ErrorCode::Unsupported, args);
    }
};

QTEST_GUILESS_MAIN(TestPackerFailures)
#include "tst_packer_failures.moc"
