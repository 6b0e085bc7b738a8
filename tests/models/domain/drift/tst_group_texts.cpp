// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/group_texts.h"

#include <QTest>

using namespace snowmelt;

namespace {

FactRow file(const char* content, const char* mode = "0644", const char* type = "file")
{
    return {{{QStringLiteral("type"), QString::fromLatin1(type)},
             {QStringLiteral("mode"), QString::fromLatin1(mode)},
             {QStringLiteral("content"), QString::fromLatin1(content)}},
            {}};
}

FactSheet sheet(const char* node, FactTable files)
{
    for (const char* folder : {"/etc", "/etc/haproxy"})
        files.insert(folder, file("", "0755", "directory"));
    files.insert("/srv", file("", "0750", "directory"));
    return {QString::fromLatin1(node), QDateTime::currentDateTimeUtc(), {{DriftSection::Files, files}}, {}};
}

QList<FactSheet> threeNodes(const QByteArray& path, const FactRow& usual, const FactRow& odd)
{
    return {sheet("web-1", {{path, usual}}), sheet("web-2", {{path, odd}}), sheet("web-3", {{path, usual}})};
}

} // namespace

class TestGroupTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksWhoDiffersAndOneThatDoesNot()
    {
        const auto sheets = threeNodes("/etc/motd", file("aa"), file("bb"));
        const auto wanted = textsWanted(groupDrift(sheets), sheets);
        QCOMPARE(wanted, (QMap<int, TextsWanted>{{0, {{"/etc/motd", "aa"}}}, {1, {{"/etc/motd", "bb"}}}}));
    }

    void asksForNothingThatMayBeSecret_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("mode");
        QTest::addColumn<QString>("oddMode");
        QTest::newRow("a key") << QByteArray("/etc/haproxy/site.key") << "0644"
                               << "0644";
        QTest::newRow("shadow") << QByteArray("/etc/shadow") << "0644"
                                << "0644";
        QTest::newRow("not for everybody") << QByteArray("/etc/app.conf") << "0640"
                                           << "0640";
        QTest::newRow("not for everybody on one of them") << QByteArray("/etc/app.conf") << "0644"
                                                          << "0600";
        QTest::newRow("in a folder that is not for everybody") << QByteArray("/srv/app.conf") << "0644"
                                                               << "0644";
        QTest::newRow("in a folder nobody saw") << QByteArray("/opt/app.conf") << "0644"
                                                << "0644";
        QTest::newRow("credentials") << QByteArray("/etc/app-credentials") << "0644"
                                     << "0644";
        QTest::newRow("an environment") << QByteArray("/etc/app.env") << "0644"
                                        << "0644";
        QTest::newRow("no mode") << QByteArray("/etc/app.conf") << "0644"
                                 << "";
    }

    void asksForNothingThatMayBeSecret()
    {
        QFETCH(QByteArray, path);
        QFETCH(QString, mode);
        QFETCH(QString, oddMode);
        const auto sheets = threeNodes(path, file("aa", qPrintable(mode)), file("bb", qPrintable(oddMode)));
        const GroupDrift drift = groupDrift(sheets);
        QCOMPARE(drift.differences.size(), 1);
        QVERIFY(textsWanted(drift, sheets).isEmpty());
    }

    void asksForNothingButContents()
    {
        const auto moded = threeNodes("/etc/motd", file("aa"), file("aa", "0664"));
        QVERIFY(textsWanted(groupDrift(moded), moded).isEmpty());
        const auto linked = threeNodes("/etc/motd", file("aa"), file("bb", "0644", "link"));
        QVERIFY(textsWanted(groupDrift(linked), linked).isEmpty());
    }

    void atMostFiftyFiles()
    {
        FactTable usual;
        FactTable odd;
        for (int i = 0; i < 80; ++i) {
            usual.insert("/etc/" + QByteArray::number(i), file("aa"));
            odd.insert("/etc/" + QByteArray::number(i), file("bb"));
        }
        const QList<FactSheet> sheets{sheet("web-1", usual), sheet("web-2", odd), sheet("web-3", usual)};
        const auto wanted = textsWanted(groupDrift(sheets), sheets);
        QCOMPARE(wanted.value(0).size(), 50);
        QCOMPARE(wanted.value(1).size(), 50);
    }

    void passwordsStayOnTheNodes()
    {
        const auto sheets = threeNodes("/etc/my.cnf", file("aa"), file("bb"));
        GroupDrift drift = groupDrift(sheets);
        addTexts(drift, {{0, {{"/etc/my.cnf", "port=1\npassword=S3cr3ta\n"}}},
                         {1, {{"/etc/my.cnf", "port=1\npassword=S3cr3tb\n"}}}});
        const Difference difference = drift.differences.first().differs.first().difference;
        QVERIFY(difference.baselineText.startsWith(QStringLiteral("port=1\npassword=… sha256 ")));
        QVERIFY(difference.actualText.startsWith(QStringLiteral("port=1\npassword=… sha256 ")));
        QVERIFY(difference.baselineText != difference.actualText);
        QVERIFY(!difference.actualText.contains(QStringLiteral("S3cr3t")));
    }

    void bothTextsOrNone()
    {
        const auto sheets = threeNodes("/etc/motd", file("aa"), file("bb"));
        GroupDrift drift = groupDrift(sheets);
        addTexts(drift, {{1, {{"/etc/motd", "only one\n"}}}});
        QVERIFY(drift.differences.first().differs.first().difference.actualText.isEmpty());
        addTexts(drift, {{0, {{"/etc/motd", "눈\n"}}}, {1, {{"/etc/motd", "비\n"}}}});
        QCOMPARE(drift.differences.first().differs.first().difference.baselineText, QStringLiteral("눈\n"));
        QCOMPARE(drift.differences.first().differs.first().difference.actualText, QStringLiteral("비\n"));
    }
};

QTEST_GUILESS_MAIN(TestGroupTexts)
#include "tst_group_texts.moc"
