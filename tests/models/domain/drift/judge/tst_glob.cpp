// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/judge/glob.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace snowmelt;

namespace {

/// What the header says, as a search that tries everything.
bool tried(const QByteArray& pattern, const QByteArray& key, qsizetype p, qsizetype k)
{
    if (p == pattern.size())
        return k == key.size();
    const bool star = pattern.at(p) == '*';
    const bool deep = star && p + 1 < pattern.size() && pattern.at(p + 1) == '*';
    if (!star)
        return k < key.size() && key.at(k) == pattern.at(p) && tried(pattern, key, p + 1, k + 1);
    const qsizetype behind = p + (deep ? 2 : 1);
    if (tried(pattern, key, behind, k))
        return true;
    const bool folders = deep && p > 0 && pattern.at(p - 1) == '/' && pattern.mid(behind, 1) == "/";
    if (folders && tried(pattern, key, behind + 1, k))
        return true;
    return k < key.size() && (deep || key.at(k) != '/') && tried(pattern, key, p, k + 1);
}

} // namespace

class TestGlob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void says_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<bool>("matches");
        const auto row = [](const char* pattern, const QByteArray& key, bool matches) {
            QTest::addRow("%s %s", pattern, key.toHex().constData()) << QByteArray(pattern) << key << matches;
        };
        row("/etc/motd", "/etc/motd", true);
        row("/etc/motd", "/etc/motd.d", false);
        row("/etc/motd", "/x/etc/motd", false);
        row("/etc/*.conf", "/etc/a.conf", true);
        row("/etc/*.conf", "/etc/.conf", true);
        row("/etc/*.conf", "/etc/a/b.conf", false);
        row("/etc/*", "/etc/", true);
        row("/etc/*", "/etc", false);
        row("/etc/**", "/etc/a/b", true);
        row("/etc/**", "/etc", false);
        row("/etc/**/*.conf", "/etc/a.conf", true);
        row("/etc/**/*.conf", "/etc/a/b/c.conf", true);
        row("/etc/**/*.conf", "/etcetera/a.conf", false);
        row("**/.ssh/**", "/root/.ssh/id", true);
        row("**/.ssh/**", "/root/x.ssh/id", false);
        row("a**b", "a/x/b", true);
        row("a*b*c", "abxbc", true);
        row("a*b*c", "abxb", false);
        row("***", "/any", true);
        row("tcp *:8080", "tcp 0.0.0.0:8080", true);
        row("tcp *:8080", "tcp *:8080", true);
        row("/a?", "/ab", false); // nothing but * is a sign
        row("/a[b]", "/ab", false);
        row("/tmp/*", QByteArray("/tmp/\xff\n\0x", 9), true);
    }
    void says()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, key);
        QFETCH(bool, matches);
        QCOMPARE(globMatches(pattern, key), matches);
    }

    void isWhatTryingEverythingFinds()
    {
        QRandomGenerator random(7);
        const auto made = [&random](const char* letters, int size) {
            QByteArray text;
            for (int i = random.bounded(size); i > 0; --i)
                text.append(letters[random.bounded(int(qstrlen(letters)))]);
            return text;
        };
        int found = 0;
        for (int round = 0; round < 20'000; ++round) {
            const QByteArray pattern = made("a/**", 8);
            const QByteArray key = made("aab/", 8);
            const bool expected = tried(pattern, key, 0, 0);
            const QByteArray both = pattern + ' ' + key;
            QVERIFY2(globMatches(pattern, key) == expected, both.constData());
            found += expected;
        }
        QVERIFY(found > 1000);
    }

    /// A search that goes back would not end in this life.
    void manyStarsEnd()
    {
        const QByteArray pattern = QByteArray("**a").repeated(200) + "z";
        QVERIFY(!globMatches(pattern, QByteArray(4096, 'a')));
        QVERIFY(globMatches(pattern, QByteArray(4096, 'a') + "z"));
    }
};

QTEST_APPLESS_MAIN(TestGlob)
#include "tst_glob.moc"
