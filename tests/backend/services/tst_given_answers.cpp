// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/given_answers.h"

#include <QTest>

using namespace snowmelt;

namespace {

const OperationId scan = QStringLiteral("scan");

AccessQuestion passphrase(const char* node, bool again = false)
{
    AccessQuestion question;
    question.kind = AccessKind::Passphrase;
    question.node = QString::fromLatin1(node);
    question.host = question.node;
    question.subject = QStringLiteral("/home/kim/.ssh/id_ed25519");
    question.again = again;
    return question;
}

AccessAnswer secret(const char* text, bool keep = false)
{
    return {QStringLiteral("q"), true, {Secret(text)}, keep};
}

} // namespace

class TestGivenAnswers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsAskedForIsTheKey()
    {
        QCOMPARE(accessKey(passphrase("web-1")), accessKey(passphrase("web-2", true)));
        AccessQuestion other = passphrase("web-1");
        other.subject += u'2';
        QVERIFY(accessKey(passphrase("web-1")) != accessKey(other));
        other.kind = AccessKind::Password;
        AccessQuestion same = other;
        same.user = QStringLiteral("kim");
        QVERIFY(accessKey(same) != accessKey(other));
        other.user = same.user;
        QCOMPARE(accessKey(same), accessKey(other));
        other.host = QStringLiteral("[web-1]:2222");
        QVERIFY(accessKey(same) != accessKey(other));
    }

    /// A new version of an image has the secrets of the one before.
    void variableIsOfAnImageNotOfAVersion()
    {
        AccessQuestion one;
        one.kind = AccessKind::Variable;
        one.node = QStringLiteral("shop@1");
        one.host = QStringLiteral("shop");
        one.subject = QStringLiteral("token");
        AccessQuestion other = one;
        other.node = QStringLiteral("shop@2");
        QCOMPARE(accessKey(one), accessKey(other));
        QCOMPARE(keyringKey(one), QStringLiteral("packer/shop/token"));
        other.host = QStringLiteral("web");
        QVERIFY(accessKey(one) != accessKey(other) && keyringKey(one) != keyringKey(other));
        QVERIFY(fits(one, secret("x")));
        QVERIFY(!fits(one, AccessAnswer{QStringLiteral("q"), true, {}, false}));
    }

    /// Neither may stand for the other: the texts are the host's own.
    void partsDoNotRunTogether()
    {
        AccessQuestion one = passphrase("web-1");
        one.kind = AccessKind::Challenge;
        one.prompts = {{QStringLiteral("a"), false}, {QStringLiteral("b"), false}};
        AccessQuestion other = one;
        other.prompts = {{QStringLiteral("a1:b"), false}};
        QVERIFY(accessKey(one) != accessKey(other));
    }

    void onlyPersonsSecretsHaveAPlaceInTheKeyring()
    {
        QCOMPARE(keyringKey(passphrase("web-1")), QStringLiteral("ssh/passphrase//home/kim/.ssh/id_ed25519"));
        AccessQuestion question = passphrase("web-1");
        question.kind = AccessKind::Password;
        question.user = QStringLiteral("kim");
        question.fingerprint = QStringLiteral("SHA256:abc");
        QCOMPARE(keyringKey(question), QStringLiteral("ssh/password/kim@web-1/SHA256:abc"));
        AccessQuestion namesake = question;
        namesake.fingerprint = QStringLiteral("SHA256:def");
        QVERIFY(accessKey(question) != accessKey(namesake)); // another machine of that name
        question.kind = AccessKind::HostKey;
        QCOMPARE(keyringKey(question), QString());
        question.kind = AccessKind::Challenge;
        QCOMPARE(keyringKey(question), QString());
    }

    void asManyRepliesAsAreAskedFor()
    {
        QVERIFY(fits(passphrase("a"), secret("x")));
        QVERIFY(!fits(passphrase("a"), AccessAnswer{}));
        AccessQuestion question;
        QVERIFY(fits(question, AccessAnswer{}));
        QVERIFY(!fits(question, secret("x")));
        question.kind = AccessKind::Challenge;
        question.prompts = {{QStringLiteral("code"), true}};
        QVERIFY(fits(question, secret("x")));
        QVERIFY(!fits(question, AccessAnswer{}));
    }

    void oneAnswerForAll()
    {
        GivenAnswers given;
        QVERIFY(!given.again(passphrase("web-1")));
        given.give(passphrase("web-1"), secret("right"), scan, false);
        const auto other = given.again(passphrase("web-2"));
        QVERIFY(other && other->replies == QList<Secret>{Secret("right")});
    }

    /// web-2 found the first answer wrong when another one had been given already.
    void wrongMeansTheOneThatWasHad()
    {
        GivenAnswers given;
        given.give(passphrase("web-1"), secret("wrong"), scan, false);
        QVERIFY(given.again(passphrase("web-2")));
        QVERIFY(!given.again(passphrase("web-1", true)));
        QVERIFY(!given.forgetWrong(passphrase("web-1", true))); // no keyring has it
        QVERIFY(!given.given(passphrase("web-1")));
        given.give(passphrase("web-1", true), secret("right"), scan, false);
        const auto second = given.again(passphrase("web-2", true));
        QVERIFY(second && second->replies == QList<Secret>{Secret("right")});
        QVERIFY(!given.again(passphrase("web-2", true)));
    }

    void whatTheKeyringHasWrongIsToldOnce()
    {
        GivenAnswers given;
        given.give(passphrase("web-1"), secret("old"), {}, true);
        QVERIFY(!given.forgetWrong(passphrase("web-1")));
        QVERIFY(!given.forgetWrong(passphrase("web-2", true))); // never had it
        QVERIFY(given.forgetWrong(passphrase("web-1", true)));
        QVERIFY(!given.forgetWrong(passphrase("web-1", true)));
    }

    void keptOnceItWorkedAndOnlyIfWanted()
    {
        GivenAnswers given;
        QVERIFY(!given.worked(passphrase("web-1")));
        given.give(passphrase("web-1"), secret("right"), scan, false);
        QVERIFY(!given.worked(passphrase("web-1")));
        given.give(passphrase("web-1"), secret("right", true), scan, false);
        QVERIFY(!given.worked(passphrase("web-2"))); // it had none
        QVERIFY(given.worked(passphrase("web-1")));
        given.noteKept(passphrase("web-1"));
        QVERIFY(!given.worked(passphrase("web-1")));
    }

    void challengesAreNotRemembered()
    {
        GivenAnswers given;
        AccessQuestion question = passphrase("web-1");
        question.kind = AccessKind::Challenge;
        given.give(question, secret("123456"), scan, false);
        QVERIFY(!given.again(question));
    }

    void whatLetNobodyInGoesWithItsOperation()
    {
        GivenAnswers given;
        given.give(passphrase("web-1"), secret("x"), scan, false);
        given.leave(QStringLiteral("another"));
        QVERIFY(given.given(passphrase("web-1")));
        given.leave(scan);
        QVERIFY(!given.given(passphrase("web-1")));
        given.give(passphrase("web-1"), secret("x"), scan, false);
        given.worked(passphrase("web-1"));
        given.leave(scan);
        QVERIFY(given.given(passphrase("web-1")));
    }
};

QTEST_GUILESS_MAIN(TestGivenAnswers)
#include "tst_given_answers.moc"
