// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/template_secrets.h"

#include "tests/backend/services/fake_asking.h"

#include <QCoro/QCoroTask>

using namespace snowmelt;
using namespace snowmelt::fake_asking;

namespace {

const ImageRef image{QStringLiteral("foundation/web"), QStringLiteral("2")};
const QString token = QStringLiteral("api-token");

/// A question for a value that waits.
class Asking
{
public:
    Asking(const SecretSource& source, const CallContext& context)
    {
        wait(source.ask(image, token, context), m_result);
    }

    /// The value, "" when nobody has one, "cancelled".
    QString ending() const
    {
        if (!QTest::qWaitFor([this] { return m_result->has_value(); }, 60'000))
            return QStringLiteral("waits");
        const Result<Secret>& result = **m_result;
        return result.ok() ? QString::fromUtf8(result->reveal()) : QStringLiteral("cancelled");
    }

private:
    using Ending = std::shared_ptr<std::optional<Result<Secret>>>;
    static QCoro::Task<> wait(Task<Secret> asking, Ending result)
    {
        const Result<Secret> ended = co_await asking;
        *result = ended;
    }
    Ending m_result = std::make_shared<std::optional<Result<Secret>>>();
};

} // namespace

/// What a Packer template wants to know is asked as a host's password is; without a keyring here.
class TestTemplateSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { onlyAKeyringOfOurs(); }

    void aPersonIsAskedOnce()
    {
        PersonAsker asker;
        const SecretSource source = templateSecrets(&asker);
        {
            FakeOperation build(asker, "build");
            const Asking asking(source, build.context());
            QVERIFY(QTest::qWaitFor([&] { return build.open().has_value(); }));
            const AccessQuestion asked = *build.open();
            QCOMPARE(asked.kind, AccessKind::Variable);
            QCOMPARE(asked.node, QStringLiteral("foundation/web@2"));
            QCOMPARE(asked.subject, token);
            build.say(true, {secret("hush")});
            QCOMPARE(asking.ending(), QStringLiteral("hush"));
            source.worked(image, token);
        }
        FakeOperation again(asker, "again");
        QCOMPARE(Asking(source, again.context()).ending(), QStringLiteral("hush"));
        QVERIFY(again.all<QuestionAsked>().isEmpty());
    }

    // What made nothing may have been mistyped.
    void whatDidNotWorkIsAskedAgain()
    {
        PersonAsker asker;
        const SecretSource source = templateSecrets(&asker);
        {
            FakeOperation build(asker, "build");
            const Asking asking(source, build.context());
            QVERIFY(QTest::qWaitFor([&] { return build.open().has_value(); }));
            build.say(true, {secret("wrong")});
            QCOMPARE(asking.ending(), QStringLiteral("wrong"));
        }
        FakeOperation again(asker, "again");
        const Asking asking(source, again.context());
        QVERIFY(QTest::qWaitFor([&] { return again.open().has_value(); }));
        again.say(true, {secret("right")});
        QCOMPARE(asking.ending(), QStringLiteral("right"));
    }

    void whoSaysNoHasNone()
    {
        PersonAsker asker;
        FakeOperation build(asker, "build");
        const Asking asking(templateSecrets(&asker), build.context());
        QVERIFY(QTest::qWaitFor([&] { return build.open().has_value(); }));
        build.say(false);
        QCOMPARE(asking.ending(), QString());
    }

    void whereNobodyWaitsNobodyIsAsked()
    {
        PersonAsker asker;
        FakeOperation watch(asker, "watch", false);
        QCOMPARE(Asking(templateSecrets(&asker), watch.context()).ending(), QString());
        QVERIFY(watch.all<QuestionAsked>().isEmpty());
    }

    void cancelEndsTheQuestion()
    {
        PersonAsker asker;
        FakeOperation build(asker, "build");
        const Asking asking(templateSecrets(&asker), build.context());
        QVERIFY(QTest::qWaitFor([&] { return build.open().has_value(); }));
        build.cancel.cancel();
        QCOMPARE(asking.ending(), QStringLiteral("cancelled"));
    }
};

QTEST_GUILESS_MAIN(TestTemplateSecrets)
#include "tst_template_secrets.moc"
