// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace snowmelt;

/// What is written about the verbs names each of them, and none that is not there.
class TestDocumentation : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void commandsHaveEveryVerbAndOption();
    void tableHasNoOther();
    void manualPageHasEveryVerb();
    void readmeHasEveryVerb();

private:
    static QString textOf(const QString& path)
    {
        QFile file(QStringLiteral(SNOWMELT_SOURCE_DIR "/") + path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    /// "resume [--group GROUP] … FILE" of the first cells of a table; a cell may have several.
    static QStringList calls(const QString& text)
    {
        static const QRegularExpression cell(QStringLiteral("^\\| (`.+?`) \\|"), QRegularExpression::MultilineOption);
        static const QRegularExpression code(QStringLiteral("`([^`]+)`"));
        QStringList found;
        for (auto cells = cell.globalMatch(text); cells.hasNext();) {
            const QString inner = cells.next().captured(1);
            for (auto codes = code.globalMatch(inner); codes.hasNext();)
                found.append(codes.next().captured(1));
        }
        return found;
    }
    static QString callOf(const QString& verb, const QStringList& calls)
    {
        for (const QString& call : calls) {
            if (call.section(u' ', 0, 0) == verb)
                return call;
        }
        return {};
    }
};

void TestDocumentation::commandsHaveEveryVerbAndOption()
{
    const QString text = textOf(u"docs/COMMANDS.md"_qs);
    const QStringList all = calls(text);
    for (const Verb& verb : allVerbs()) {
        const QString call = callOf(verb.name, all);
        QVERIFY2(!call.isEmpty(), qPrintable(verb.name));
        for (const QString& word : verb.words)
            QVERIFY2(call.contains(word), qPrintable(call + u" lacks " + word));
        for (const Option& option : optionsOf(verb))
            QVERIFY2(text.contains(u'`' + option.name) || call.contains(option.name),
                     qPrintable(verb.name + u' ' + option.name));
    }
}

void TestDocumentation::tableHasNoOther()
{
    const QString verbs = textOf(u"docs/COMMANDS.md"_qs).section(u"\n## "_qs, 0, 0);
    QVERIFY(!calls(verbs).isEmpty());
    for (const QString& call : calls(verbs)) {
        const QString name = call.section(u' ', 0, 0);
        QVERIFY2(name == u"help" || name.startsWith(u'-') || call.startsWith(u"VERB") || findVerb(name),
                 qPrintable(call));
    }
}

void TestDocumentation::manualPageHasEveryVerb()
{
    const QString verbs =
        textOf(u"installer/desktop/snowmelt.1"_qs).section(u".SH VERBS"_qs, 1).section(u".SH"_qs, 0, 0);
    for (const Verb& verb : allVerbs()) {
        const QString name = QString(verb.name).replace(u'-', u"\\-"_qs);
        const QRegularExpression word(u"(^|[ \n])"_qs + QRegularExpression::escape(name) + u"[,. \n]"_qs);
        QVERIFY2(word.match(verbs).hasMatch(), qPrintable(verb.name));
    }
}

void TestDocumentation::readmeHasEveryVerb()
{
    const QStringList all = calls(textOf(u"README.md"_qs));
    for (const Verb& verb : allVerbs())
        QVERIFY2(!callOf(verb.name, all).isEmpty(), qPrintable(verb.name));
}

QTEST_APPLESS_MAIN(TestDocumentation)
#include "tst_documentation.moc"
