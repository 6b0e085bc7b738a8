// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/access_dialogue.h"

#include "models/wording/wording.h"

#include <QTest>

using namespace snowmelt;

namespace {

AccessQuestion ask(AccessKind kind)
{
    AccessQuestion question;
    question.id = QStringLiteral("q1");
    question.kind = kind;
    question.node = QStringLiteral("web-1");
    question.host = QStringLiteral("bastion");
    question.user = QStringLiteral("kim");
    question.subject = QStringLiteral("ssh-ed25519");
    question.fingerprint = QStringLiteral("SHA256:abc");
    question.file = QStringLiteral("/home/kim/.ssh/known_hosts");
    return question;
}

} // namespace

class TestAccessDialogue : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(installTranslator(QLocale(QLocale::English))); }

    void aHostKeySaysAllThatMatters()
    {
        const QString said = AccessDialogue(ask(AccessKind::HostKey)).heading().join(u'\n');
        for (const char* wanted : {"The host key of bastion is not known.", "ssh-ed25519", "SHA256:abc", "web-1",
                                   "/home/kim/.ssh/known_hosts"})
            QVERIFY2(said.contains(QString::fromLatin1(wanted)), qPrintable(said));
    }

    void verdicts_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<bool>("over");
        QTest::addColumn<bool>("agreed");
        QTest::newRow("yes") << QByteArray("yes") << true << true;
        QTest::newRow("capitals and spaces") << QByteArray(" Yes ") << true << true;
        QTest::newRow("the fingerprint") << QByteArray("SHA256:abc") << true << true;
        QTest::newRow("no") << QByteArray("no") << true << false;
        QTest::newRow("y is not enough") << QByteArray("y") << false << false;
        QTest::newRow("nothing") << QByteArray("") << false << false;
        QTest::newRow("another fingerprint") << QByteArray("SHA256:abd") << false << false;
        QTest::newRow("in other letters") << QByteArray("SHA256:ABC") << false << false;
    }
    void verdicts()
    {
        QFETCH(const QByteArray, typed);
        QFETCH(const bool, over);
        QFETCH(const bool, agreed);
        AccessDialogue dialogue(ask(AccessKind::HostKey));
        QVERIFY(dialogue.next()->echo);
        const QString remark = dialogue.take(typed);
        QCOMPARE(!dialogue.next(), over);
        QCOMPARE(remark.contains(u"fingerprint"), !over && typed.contains(':'));
        if (over) {
            QCOMPARE(dialogue.answer().agreed, agreed);
            QCOMPARE(dialogue.answer().question, QStringLiteral("q1"));
            QVERIFY(dialogue.answer().replies.isEmpty());
        }
    }

    void aSecretIsTypedUnseenAndAsItIs()
    {
        AccessDialogue dialogue(ask(AccessKind::Password));
        QVERIFY(!dialogue.next()->echo);
        QVERIFY(dialogue.next()->text.contains(u"kim"));
        dialogue.take(" two words ");
        QVERIFY(!dialogue.next());
        QCOMPARE(dialogue.answer().replies, QList<Secret>{Secret(" two words ")});
        QVERIFY(dialogue.answer().agreed && !dialogue.answer().keep);
    }

    void aVariableIsTypedUnseen()
    {
        AccessQuestion question = ask(AccessKind::Variable);
        question.node = QStringLiteral("shop@1.1.0");
        question.subject = QStringLiteral("token");
        AccessDialogue dialogue(question);
        const QString said = dialogue.heading().join(u'\n');
        QVERIFY2(said.contains(u"Packer template of shop@1.1.0") && said.contains(u"is not built"), qPrintable(said));
        QVERIFY(!dialogue.next()->echo);
        QVERIFY(dialogue.next()->text.contains(u"token"));
        dialogue.take("value");
        QCOMPARE(dialogue.answer().replies, QList<Secret>{Secret("value")});
    }

    void keptOnlyWhereItCanBe()
    {
        AccessQuestion question = ask(AccessKind::Passphrase);
        question.keepable = true;
        for (const auto& [typed, keep] : {std::pair("y", true), std::pair("YES", true), std::pair("", false),
                                          std::pair("n", false), std::pair("what", false)}) {
            AccessDialogue dialogue(question);
            dialogue.take("secret");
            QVERIFY(dialogue.next() && dialogue.next()->echo);
            dialogue.take(typed);
            QVERIFY(!dialogue.next());
            QCOMPARE(dialogue.answer().keep, keep);
            QCOMPARE(dialogue.answer().replies.size(), 1);
        }
    }

    void aWrongOneSaysSo()
    {
        AccessQuestion question = ask(AccessKind::Passphrase);
        QVERIFY(!AccessDialogue(question).heading().join(u'\n').contains(u"That was not"));
        question.again = true;
        QVERIFY(AccessDialogue(question).heading().join(u'\n').contains(u"That was not its passphrase."));
    }

    void aChallengeAsksAllItsPrompts()
    {
        AccessQuestion question = ask(AccessKind::Challenge);
        question.instruction = QStringLiteral("Look at your token.");
        question.prompts = {{QStringLiteral("Code: "), true}, {QStringLiteral("PIN: "), false}};
        AccessDialogue dialogue(question);
        QVERIFY(dialogue.heading().contains(question.instruction));
        const QString whose = QStringLiteral("(%1@%2) ").arg(question.user, question.host);
        QCOMPARE(*dialogue.next(), (AccessPrompt{whose + u"Code: ", true})); // a host's words may look like ours
        dialogue.take("123456");
        QCOMPARE(*dialogue.next(), (AccessPrompt{whose + u"PIN: ", false}));
        dialogue.take("42");
        QVERIFY(!dialogue.next());
        QCOMPARE(dialogue.answer().replies, (QList<Secret>{Secret("123456"), Secret("42")}));
    }

    void givingUpIsANo()
    {
        AccessDialogue dialogue(ask(AccessKind::Password));
        dialogue.giveUp();
        QVERIFY(!dialogue.next() && !dialogue.answer().agreed && dialogue.answer().replies.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestAccessDialogue)
#include "tst_access_dialogue.moc"
