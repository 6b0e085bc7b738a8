// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/drift/version_order.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTest>

using namespace snowmelt;

class TestVersionOrder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void known_data();
    void known();
    void whatIsNoVersionHasItsPlace();
    void asDpkgSays();
};

namespace {

QString word(std::weak_ordering order)
{
    return order < 0 ? u"lt"_qs : order > 0 ? u"gt"_qs : u"eq"_qs;
}

class Versions
{
public:
    explicit Versions(quint32 seed) : m_random(seed) {}

    QString any()
    {
        const QString epoch = number(4) == 0 ? QString(QString::number(number(12)) + u':') : QString();
        const QString revision = number(2) == 0 ? QString(u'-' + part(1 + number(4))) : QString();
        return epoch + QString::number(number(20)) + part(number(6)) + revision;
    }
    /// One character more, less or otherwise: versions that are told apart by little.
    QString near(QString version)
    {
        const qsizetype at = version.size() - 1 - number(2);
        if (at > 2 && version[at - 1] != u'-' && version[at - 1] != u':' && version[at] != u'-' && version[at] != u':')
            version.replace(at, 1, part(number(3)));
        return version.endsWith(u'-') ? QString(version + u'0') : version;
    }

private:
    int number(int limit) { return int(m_random.bounded(limit)); }
    QString part(int size)
    {
        static const QString characters = u"001129abzAZ.+~~"_qs;
        QString text;
        for (int i = 0; i < size; ++i)
            text += characters[number(int(characters.size()))];
        return text;
    }
    QRandomGenerator m_random;
};

} // namespace

void TestVersionOrder::known_data()
{
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("right");
    QTest::addColumn<QString>("order");
    const auto row = [](const QString& left, const QString& right, const QString& order) {
        QTest::newRow(qPrintable(left + u" " + order + u" " + right)) << left << right << order;
    };
    row(u"3.0.9"_qs, u"3.0.11"_qs, u"lt"_qs); // by number, not by letter
    row(u"3.0.9-1"_qs, u"3.0.9-1+deb12u1"_qs, u"lt"_qs);
    row(u"1.0~rc1"_qs, u"1.0"_qs, u"lt"_qs);
    row(u"1.0~~"_qs, u"1.0~"_qs, u"lt"_qs);
    row(u"1.0"_qs, u"1.0a"_qs, u"lt"_qs);
    row(u"1.0a"_qs, u"1.0+"_qs, u"lt"_qs); // letters before the rest
    row(u"2.0"_qs, u"1:1.0"_qs, u"lt"_qs);
    row(u"0:1.0"_qs, u"1.0"_qs, u"eq"_qs);
    row(u"1.0"_qs, u"1.0-0"_qs, u"eq"_qs);
    row(u"1.00"_qs, u"1.0"_qs, u"eq"_qs);
    row(u"1-2-3"_qs, u"1-2-10"_qs, u"lt"_qs);
    row(u"1.99999999999999999999"_qs, u"1.100000000000000000000"_qs, u"lt"_qs);
    row({}, u"0"_qs, u"eq"_qs);
    row({}, u"1"_qs, u"lt"_qs);
}

void TestVersionOrder::known()
{
    QFETCH(QString, left);
    QFETCH(QString, right);
    QFETCH(QString, order);
    QCOMPARE(word(versionOrder(left, right)), order);
    QCOMPARE(word(versionOrder(right, left)), order == u"lt" ? u"gt"_qs : order);
}

void TestVersionOrder::whatIsNoVersionHasItsPlace()
{
    const QStringList texts{u":"_qs, u"-"_qs, u"a:b-c"_qs, u"새"_qs, u"1.0 (iU)"_qs, u"~"_qs, u"1:"_qs, u"--"_qs};
    for (const QString& left : texts) {
        QCOMPARE(word(versionOrder(left, left)), u"eq"_qs);
        for (const QString& right : texts)
            QCOMPARE(versionOrder(left, right) < 0, versionOrder(right, left) > 0);
    }
}

void TestVersionOrder::asDpkgSays()
{
    if (QStandardPaths::findExecutable(u"dpkg"_qs).isEmpty())
        QSKIP("no dpkg here");
    Versions versions(5);
    QList<std::pair<QString, QString>> pairs;
    QByteArray lines;
    for (int i = 0; i < 400; ++i) {
        const QString left = versions.any();
        const QString right = i % 3 == 0 ? versions.any() : versions.near(left);
        pairs.append({left, right});
        lines += left.toLatin1() + ' ' + right.toLatin1() + '\n';
    }
    QProcess shell;
    shell.start(u"sh"_qs, {u"-c"_qs, u"while read a b; do if dpkg --compare-versions $a lt $b; then echo lt; "
                                     "elif dpkg --compare-versions $a eq $b; then echo eq; else echo gt; fi; done"_qs});
    QVERIFY(shell.waitForStarted());
    shell.write(lines);
    shell.closeWriteChannel();
    QVERIFY(shell.waitForFinished(240'000));
    const QStringList said = QString::fromLatin1(shell.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(said.size(), pairs.size());
    QCOMPARE(shell.readAllStandardError(), QByteArray());
    for (int i = 0; i < said.size(); ++i) {
        const QString ours = word(versionOrder(pairs[i].first, pairs[i].second));
        QVERIFY2(ours == said[i], qPrintable(pairs[i].first + u' ' + said[i] + u' ' + pairs[i].second));
    }
}

QTEST_GUILESS_MAIN(TestVersionOrder)
#include "tst_version_order.moc"
