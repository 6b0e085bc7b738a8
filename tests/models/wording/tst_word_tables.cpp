// SPDX-License-Identifier: GPL-3.0-or-later
// Parsers and comparators hand on keys and phrases as text. Every one that their sources name must have words: in
// Korean nothing of it may be left as it is.
#include "models/domain/drift/judge/ignore_packs.h"
#include "models/wording/wording.h"

#include <QDir>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>

using namespace snowmelt;

class TestWordTables : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::Korean))); }
    void leftOutReasons();
    void keysOfTheComparison();
    void expectedByTheParsers();
    void healthReasons();
};

namespace {

/// Marks whatever goes through tr().
class Marker : public QTranslator
{
public:
    using QTranslator::QTranslator;
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override
    {
        return u'<' + QString::fromUtf8(source) + u'>';
    }
};

QStringList matchesIn(const QString& folder, const QString& pattern, const QString& files = u"*.cpp"_qs)
{
    const QDir dir(QStringLiteral(SNOWMELT_SOURCE_DIR) + u'/' + folder);
    QSet<QString> found;
    for (const QString& name : dir.entryList({files}, QDir::Files)) {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("a source cannot be read");
        auto matches = QRegularExpression(pattern).globalMatch(QString::fromUtf8(file.readAll()));
        while (matches.hasNext())
            found.insert(matches.next().captured(1));
    }
    return found.values();
}

/// Shown as they are in every language.
bool isValue(const QString& text)
{
    static const QSet<QString> values{u"tcp"_qs,
                                      u"udp"_qs,
                                      u"file"_qs,
                                      u"directory"_qs,
                                      u"link"_qs,
                                      u"fifo"_qs,
                                      u"socket"_qs,
                                      u"unknown"_qs,
                                      u"character device"_qs,
                                      u"block device"_qs,
                                      u"yes"_qs,
                                      u"no"_qs,
                                      u"failed"_qs,
                                      u"restarting"_qs,
                                      u"deleted"_qs,
                                      u"java"_qs,
                                      u"device"_qs,
                                      u"virtual"_qs,
                                      u"as given at birth"_qs,
                                      u"its own"_qs,
                                      u"exited"_qs,
                                      u"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"_qs};
    return values.contains(text);
}

} // namespace

void TestWordTables::leftOutReasons()
{
    const QString rule = u"\\{Kind::\\w+, \"[^\"]+\", \"([^\"]+)\"\\}"_qs;
    const QString call = u"leaveOut\\([^;]*QStringLiteral\\(\"([^\"]+)\"\\)\\);"_qs;
    const QStringList reasons = matchesIn(u"models/domain/drift"_qs, rule) + matchesIn(u"models/domain/drift"_qs, call);
    QVERIFY2(reasons.size() >= 12, qPrintable(reasons.join(u' ')));
    for (const QString& reason : reasons)
        QVERIFY2(leftOutReasonText(reason) != reason, qPrintable(reason));
    for (const QString& pack : ignorePacks()) {
        for (const IgnoreRule& hiding : rulesOfPack(pack))
            QVERIFY2(ignoreReasonText(hiding) != hiding.reason, qPrintable(hiding.reason));
    }
}

void TestWordTables::keysOfTheComparison()
{
    const QString literal = u"QStringLiteral\\(\"([A-Za-z][A-Za-z -]+)\"\\)"_qs;
    const QStringList keys =
        matchesIn(u"models/domain/drift"_qs, literal) + matchesIn(u"models/domain/drift/probe"_qs, literal);
    QVERIFY2(keys.contains(u"version"_qs) && keys.contains(u"timedOut"_qs), qPrintable(keys.join(u' ')));
    for (const QString& key : keys) {
        const bool hasWords =
            fieldText(key) != key || unseenReasonText(key) != key || leftOutReasonText(key) != key || isValue(key);
        QVERIFY2(hasWords, qPrintable(key));
    }
}

void TestWordTables::expectedByTheParsers()
{
    // Keys are single words; what is expected is a phrase. ", " joins lists.
    const QString phrase = u"QStringLiteral\\(\"([A-Za-z](?:[^\"\\\\]|\\\\.)* (?:[^\"\\\\]|\\\\.)*)\"\\)"_qs;
    QStringList phrases = matchesIn(u"models/domain/blueprint"_qs, phrase) + QStringList{u"text"_qs};
    QVERIFY2(phrases.size() >= 15, qPrintable(phrases.join(u'|')));
    for (QString& text : phrases) {
        text.replace(u"\\\""_qs, u"\""_qs);
        const QString said = sentence(Problem{ProblemCode::BadValue, 1, 1, {u"k"_qs, u"v"_qs, text}});
        QVERIFY2(!said.contains(text), qPrintable(said));
    }
}

void TestWordTables::healthReasons()
{
    Marker marker;
    QVERIFY(QCoreApplication::installTranslator(&marker));
    const QString phrase = u"QStringLiteral\\(\"([a-z ]+)\"\\)"_qs;
    const QString files = u"fold_fleet.cpp"_qs;
    const QStringList reasons =
        matchesIn(u"backend/fleet"_qs, phrase, files) + matchesIn(u"models/document"_qs, phrase, files);
    QVERIFY2(reasons.contains(u"not asked"_qs) && reasons.contains(u"starting"_qs), qPrintable(reasons.join(u'|')));
    for (const QString& reason : reasons)
        QCOMPARE(healthReasonText(reason), QString(u'<' + reason + u'>'));
}

QTEST_GUILESS_MAIN(TestWordTables)
#include "tst_word_tables.moc"
