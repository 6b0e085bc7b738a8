// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/texts.h"
#include "tests/models/domain/drift/probe_answer.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

using namespace snowmelt;
using namespace snowmelt::testing;

class TestTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whichMayBeShown_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("shown");
        QTest::newRow("config") << QByteArray("/etc/shop.conf") << 0644 << 10 << true;
        QTest::newRow("not for everybody") << QByteArray("/etc/shop.conf") << 0640 << 10 << false;
        QTest::newRow("largest") << QByteArray("/etc/shop.conf") << 0644 << int(textLimit) << true;
        QTest::newRow("too large") << QByteArray("/etc/shop.conf") << 0644 << int(textLimit) + 1 << false;
        QTest::newRow("shadow") << QByteArray("/etc/shadow") << 0644 << 10 << false;
        QTest::newRow("gshadow's backup") << QByteArray("/etc/gshadow-x") << 0644 << 10 << false;
        QTest::newRow("host key") << QByteArray("/etc/ssh/ssh_host_rsa_key") << 0644 << 10 << false;
        QTest::newRow("somebody's ssh") << QByteArray("/home/eve/.ssh/config") << 0644 << 10 << false;
        QTest::newRow("root's ssh") << QByteArray("/root/.ssh/authorized_keys") << 0644 << 10 << false;
        QTest::newRow("private folder") << QByteArray("/etc/ssl/private/x.conf") << 0644 << 10 << false;
        QTest::newRow("in a closed folder") << QByteArray("/srv/app/shop.conf") << 0644 << 10 << false;
        QTest::newRow("an environment") << QByteArray("/opt/app/.env") << 0644 << 10 << false;
        QTest::newRow("a token") << QByteArray("/opt/app/api-token") << 0644 << 10 << false;
        QTest::newRow("PuTTY's") << QByteArray("/opt/x.ppk") << 0644 << 10 << false;
        QTest::newRow("pem") << QByteArray("/opt/x.pem") << 0644 << 10 << false;
    }
    void whichMayBeShown()
    {
        QFETCH(QByteArray, path);
        QFETCH(int, mode);
        QFETCH(int, size);
        TestNode node;
        node.put(folder("/"));
        for (qsizetype end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1))
            node.put(folder(path.left(end), path.startsWith("/srv/") ? 0750 : 0755));
        node.put(file(path, QByteArray(size, 'a'), mode));
        const Baseline baseline = node.baseline();
        node.put(file(path, QByteArray(size, 'b'), mode));
        const ProbeFacts facts = parseProbe(node.answer(baseline), {}, false, nonce);
        const DriftReport report = compareWithBirth(baseline, facts);
        QTEST(showableTexts(report, baseline, facts).contains(path), "shown");
    }

    void isText()
    {
        QCOMPARE(showableText("a=1\n"), QStringLiteral("a=1\n"));
        QVERIFY(showableText("a\xff").isEmpty());
        QVERIFY(showableText(QByteArray("a\0b", 3)).isEmpty());
        const QString key = showableText("-----BEGIN OPENSSH PRIVATE KEY-----\nS3cr3t\n");
        QVERIFY2(key.startsWith(QStringLiteral("-----BEGIN OPENSSH PRIVATE KEY-----\n… sha256 ")), qPrintable(key));
        QVERIFY(!key.contains(QStringLiteral("S3cr3t")));
    }

    void fetchesThemByScript()
    {
        QTemporaryDir dir;
        const QByteArray first = QFile::encodeName(dir.filePath(QStringLiteral("it's")));
        const QByteArray changed = QFile::encodeName(dir.filePath(QStringLiteral("changed since")));
        const QByteArray missing = QFile::encodeName(dir.filePath(QStringLiteral("missing")));
        const QByteArray linked = QFile::encodeName(dir.filePath(QStringLiteral("link")));
        for (const QByteArray& path : {first, changed}) {
            QFile out(QFile::decodeName(path));
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write("눈\nno newline at the end");
        }
        QVERIFY(QFile::link(QFile::decodeName(first), QFile::decodeName(linked)));
        const QMap<QByteArray, QByteArray> hashes{
            {first, file(first, "눈\nno newline at the end").sha256},
            {linked, file(linked, "눈\nno newline at the end").sha256},
            {changed, file(changed, "something else").sha256},
        };
        const QList<QByteArray> paths{missing, first, linked, changed};
        QProcess shell;
        shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-s")});
        shell.write(textScript(paths, nonce));
        shell.closeWriteChannel();
        QVERIFY(shell.waitForFinished());
        const auto texts = parseTexts(shell.readAllStandardOutput(), paths, nonce, hashes);
        QCOMPARE(texts.keys(), QList<QByteArray>{first});
        QCOMPARE(texts.value(first), QByteArray("눈\nno newline at the end"));
    }
};

QTEST_GUILESS_MAIN(TestTexts)
#include "tst_texts.moc"
