// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/build_failure.h"

#include <QTest>

using namespace snowmelt;

class TestBuildFailure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesPackagesThatMayBeMeant()
    {
        const auto failure = [](const QByteArray& complaint) {
            return buildFailure({*ImageRef::parse(QStringLiteral("shop@1")),
                                 QStringLiteral("packages"),
                                 {},
                                 100,
                                 complaint,
                                 {},
                                 "rsyslog\nrsyslog-kafka\nbash\nrsylog2\n"});
        };
        QCOMPARE(failure("E: Unable to locate package rsylog\n").args,
                 (QStringList{QStringLiteral("rsylog"), {}, QStringLiteral("rsyslog"), QStringLiteral("rsylog2")}));
        QCOMPARE(failure("E: Version '9' for 'bash' was not found\n").args, QStringList{QStringLiteral("bash")});
        QCOMPARE(failure("E: Unable to locate package something-else\n").args.size(), 1);
    }

    void saysWhy_data()
    {
        QTest::addColumn<QString>("step");
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QStringList>("args");
        const QString os = QStringLiteral("os");
        const QString packages = QStringLiteral("packages");
        const QString command = QStringLiteral("commands 001");
        const QStringList commandArgs{QStringLiteral("shop@1"), QStringLiteral("what"), QStringLiteral("7")};
        QTest::newRow("unknown") << packages << QByteArray("x\nE: Unable to locate package nope\n")
                                 << ErrorCode::PackageNotFound << QStringList{QStringLiteral("nope")};
        QTest::newRow("virtual") << packages << QByteArray("E: Package 'mta' has no installation candidate\n")
                                 << ErrorCode::PackageNotFound << QStringList{QStringLiteral("mta")};
        QTest::newRow("version") << packages << QByteArray("E: Version '9' for 'bash' was not found\n")
                                 << ErrorCode::PackageNotFound << QStringList{QStringLiteral("bash")};
        QTest::newRow("unreachable") << os << QByteArray("Err:1 http://m bookworm InRelease\n  Could not connect\n")
                                     << ErrorCode::MirrorUnreachable << QStringList{};
        QTest::newRow("password") << os << QByteArray("E: There is a password in the address of the mirror\n")
                                  << ErrorCode::MirrorUnreachable << QStringList{QStringLiteral("password")};
        QTest::newRow("out of date")
            << packages
            << QByteArray("E: Release file for http://amy:pw@m/dists/x/InRelease is expired (invalid since 2d).\n")
            << ErrorCode::MirrorStale << QStringList{QStringLiteral("http://m/dists/x/InRelease")};
        QTest::newRow("not yet valid")
            << os << QByteArray("E: Release file for http://m/InRelease is not valid yet (invalid for another 2d).\n")
            << ErrorCode::MirrorStale << QStringList{QStringLiteral("http://m/InRelease")};
        QTest::newRow("a command that fetches")
            << command << QByteArray("E: Failed to fetch x\n") << ErrorCode::BuildCommandFailed << commandArgs;
        QTest::newRow("full") << command << QByteArray("cp: No space left on device\n") << ErrorCode::DiskFull
                              << QStringList{QStringLiteral("/home")};
        QTest::newRow("command") << command << QByteArray("oops\n") << ErrorCode::BuildCommandFailed << commandArgs;
    }

    void saysWhy()
    {
        QFETCH(QString, step);
        QFETCH(QByteArray, output);
        const Error error = buildFailure({*ImageRef::parse(QStringLiteral("shop@1")), step, QStringLiteral("what"), 7,
                                          output, QStringLiteral("/home")});
        QTEST(error.code, "code");
        QTEST(error.args, "args");
        QVERIFY(QString::fromUtf8(output).contains(error.detail.section(u'\n', 0, 0)));
    }
};

QTEST_GUILESS_MAIN(TestBuildFailure)
#include "tst_build_failure.moc"
