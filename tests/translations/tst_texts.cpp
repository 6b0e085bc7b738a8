// SPDX-License-Identifier: GPL-3.0-or-later
// What a translation must keep of its source: every placeholder, the mnemonic's ampersand where it reads well, a form
// for each number.
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

class TestTexts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void placeholdersAreKept_data() { messages(); }
    void placeholdersAreKept();
    void mnemonicsStayWhereTheyReadWell_data() { messages(); }
    void mnemonicsStayWhereTheyReadWell();
    void pluralsHaveTheirForms_data() { messages(); }
    void pluralsHaveTheirForms();

private:
    static void messages();
};

namespace {

struct Message
{
    QString context;
    QString source;
    bool numerus = false;
    QStringList forms; ///< the translation, or one for each number
};

Message readMessage(QXmlStreamReader& xml, const QString& context)
{
    Message message{context, {}, xml.attributes().hasAttribute(QStringLiteral("numerus")), {}};
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source")
            message.source = xml.readElementText();
        else if (xml.name() == u"translation" && !message.numerus)
            message.forms.append(xml.readElementText());
        else if (xml.name() == u"translation")
            while (xml.readNextStartElement())
                message.forms.append(xml.readElementText());
        else
            xml.skipCurrentElement();
    }
    return message;
}

QList<Message> readTs(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s cannot be read", qPrintable(path));
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    xml.readNextStartElement();
    while (xml.readNextStartElement()) { // contexts
        while (xml.readNextStartElement()) {
            if (xml.name() == u"name")
                context = xml.readElementText();
            else if (xml.name() == u"message")
                messages.append(readMessage(xml, context));
            else
                xml.skipCurrentElement();
        }
    }
    if (xml.hasError() || messages.isEmpty())
        qFatal("%s: %s", qPrintable(path), qPrintable(xml.errorString()));
    return messages;
}

QStringList placeholders(const QString& text)
{
    static const QRegularExpression pattern(QStringLiteral("%(?:L?\\d+|L?n)"));
    QStringList found;
    auto matches = pattern.globalMatch(text);
    while (matches.hasNext())
        found.append(matches.next().captured());
    found.sort();
    found.removeDuplicates(); // a language may name something again that another calls "it"
    return found;
}

qsizetype mnemonics(const QString& text)
{
    return QString(text).remove(QStringLiteral("&&")).count(u'&');
}

/// Korean shows its mnemonics as "(S)" behind the words. On a page's tabs and buttons that would be noise, and
/// Tab reaches those.
bool isMenuOrDialog(const QString& context)
{
    static const QRegularExpression pattern(QStringLiteral(
        "^((Deployment)?Questions|OrphanWords|PruneWords|ResumeWords|Rehearsal|"
        "snowmelt::((Edit|Find)?Actions|Differences|FailureTrail|UsageWatch|Frame|\\w+(Dialog|Form|Question)|"
        "DialogFrame|ChoicesBar|MoreChoices|Rebirths|ScanChoice|FindBar|ImageComparison|ImagesWindow|RecipeWindow|"
        "StoreWindow|RunningLine))$"));
    return pattern.match(context).hasMatch();
}

} // namespace

void TestTexts::messages()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("context");
    QTest::addColumn<QString>("source");
    QTest::addColumn<bool>("numerus");
    QTest::addColumn<QStringList>("forms");
    for (const QString& language : {QStringLiteral("ko"), QStringLiteral("en")}) {
        const QString path = QStringLiteral(TS_FOLDER "/snowmelt_%1.ts").arg(language);
        int row = 0;
        for (const Message& message : readTs(path))
            QTest::addRow("%s %d %s: %s", qPrintable(language), row++, qPrintable(message.context),
                          qPrintable(message.source.left(60)))
                << language << message.context << message.source << message.numerus << message.forms;
    }
}

void TestTexts::placeholdersAreKept()
{
    QFETCH(QString, source);
    QFETCH(QStringList, forms);
    QVERIFY(!forms.isEmpty());
    for (const QString& form : forms)
        QCOMPARE(placeholders(form), placeholders(source));
}

void TestTexts::mnemonicsStayWhereTheyReadWell()
{
    QFETCH(QString, language);
    QFETCH(QString, context);
    QFETCH(QString, source);
    QFETCH(QStringList, forms);
    static const QRegularExpression behind(QStringLiteral("\\(&[A-Z]\\)"));
    const bool korean = language == QStringLiteral("ko");
    for (const QString& form : forms) {
        QCOMPARE(mnemonics(form), korean && !isMenuOrDialog(context) ? 0 : mnemonics(source));
        // No key types Hangul after Alt; and the tool bar takes exactly this away.
        if (korean && mnemonics(form) > 0)
            QVERIFY2(form.contains(behind), qPrintable(form));
    }
}

void TestTexts::pluralsHaveTheirForms()
{
    QFETCH(QString, language);
    QFETCH(bool, numerus);
    QFETCH(QStringList, forms);
    const int numbers = language == QStringLiteral("en") ? 2 : 1;
    QCOMPARE(forms.size(), numerus ? numbers : 1);
    for (const QString& form : forms)
        QVERIFY(!form.trimmed().isEmpty());
}

QTEST_APPLESS_MAIN(TestTexts)
#include "tst_texts.moc"
