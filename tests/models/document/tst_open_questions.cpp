// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document/fleet_document.h"
#include "models/domain/event_json.h"

#include <QSignalSpy>
#include <QTest>

using namespace snowmelt;

namespace {

Event asked(const char* operation, const char* id)
{
    AccessQuestion question;
    question.id = QString::fromLatin1(id);
    return {QString::fromLatin1(operation), {}, QuestionAsked{question}};
}

Event closed(const char* operation, const char* id)
{
    return {QString::fromLatin1(operation), {}, QuestionClosed{QString::fromLatin1(id)}};
}

QString ids(const QList<OpenQuestion>& open)
{
    QStringList found;
    for (const OpenQuestion& one : open)
        found += one.operation + u'/' + one.question.id;
    return found.join(u' ');
}

} // namespace

class TestOpenQuestions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void askedAndClosed()
    {
        QList<OpenQuestion> open;
        QVERIFY(foldQuestions(open, asked("scan", "1")));
        QVERIFY(foldQuestions(open, asked("diff", "2")));
        QVERIFY(foldQuestions(open, asked("scan", "3")));
        QCOMPARE(ids(open), QStringLiteral("scan/1 diff/2 scan/3"));
        QVERIFY(!foldQuestions(open, closed("diff", "1")));
        QVERIFY(foldQuestions(open, closed("scan", "1")));
        QVERIFY(!foldQuestions(open, {QStringLiteral("scan"), {}, Progress{}}));
        QCOMPARE(ids(open), QStringLiteral("diff/2 scan/3"));
    }

    void anEndClosesAll()
    {
        QList<OpenQuestion> open;
        foldQuestions(open, asked("scan", "1"));
        foldQuestions(open, asked("diff", "2"));
        foldQuestions(open, asked("scan", "3"));
        QVERIFY(foldQuestions(open, {QStringLiteral("scan"), {}, Finished{}}));
        QCOMPARE(ids(open), QStringLiteral("diff/2"));
        QVERIFY(!foldQuestions(open, {QStringLiteral("scan"), {}, Finished{}}));
    }

    void theDocumentTellsOfThem()
    {
        FleetDocument document;
        document.open(Blueprint{});
        const QSignalSpy changes(&document, &FleetDocument::questionsChanged);
        document.apply(asked("scan", "0")); // of an operation of another fleet
        QVERIFY(document.questions().isEmpty());
        document.apply({QStringLiteral("scan"), {}, Started{QStringLiteral("scan"), QStringLiteral("shop"), {}}});
        document.apply(asked("scan", "1"));
        QCOMPARE(ids(document.questions()), QStringLiteral("scan/1"));
        QCOMPARE(document.operation(QStringLiteral("scan"))->questions, 1);
        document.apply(closed("scan", "1"));
        QCOMPARE(document.operation(QStringLiteral("scan"))->questions, 0);
        QCOMPARE(changes.size(), 2);
        document.apply(asked("scan", "2"));
        document.open(Blueprint{});
        QVERIFY(document.questions().isEmpty());
    }

    /// What was asked once is no question any more.
    void aRecordAsksNobody()
    {
        FleetDocument document;
        document.open(Blueprint{});
        const OperationId replay = QStringLiteral("replay");
        document.apply({replay, {}, Started{QStringLiteral("replay"), QStringLiteral("shop"), {}}});
        document.apply({replay, {}, Recorded{toJson(asked("scan", "1"))}});
        QVERIFY(document.questions().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestOpenQuestions)
#include "tst_open_questions.moc"
