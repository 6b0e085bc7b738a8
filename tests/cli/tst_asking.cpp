// SPDX-License-Identifier: GPL-3.0-or-later
// Questions on a real terminal: the command line runs in a process of its own with a pseudo terminal around it, and
// this one types.
#include "tests/cli/cli_fixture.h"

#include "app/cli/cli.h"
#include "app/cli/terminal_asker.h"
#include "models/domain/event_json.h"
#include "models/wording/wording.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTest>

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

using namespace snowmelt;
using namespace snowmelt::sample;

namespace {

const QString asCommandLine = u"--as-command-line"_qs;
constexpr int patienceMs = 60'000;

AccessQuestion hostKey(const char* host, const char* id)
{
    AccessQuestion question;
    question.id = QString::fromLatin1(id);
    question.node = QString::fromLatin1(host);
    question.host = question.node;
    question.subject = u"ssh-ed25519"_qs;
    question.fingerprint = u"SHA256:abcdefgh"_qs;
    question.file = u"/home/kim/.ssh/known_hosts"_qs;
    return question;
}

/// One of several, each with a fingerprint of its own.
AccessQuestion keyOf(const char* host)
{
    AccessQuestion question = hostKey(host, host);
    question.fingerprint = u"SHA256:of-"_qs + question.host;
    return question;
}

AccessQuestion password(const char* id)
{
    AccessQuestion question = hostKey("web2", id);
    question.kind = AccessKind::Password;
    question.user = u"kim"_qs;
    question.keepable = true;
    return question;
}

AccessQuestion challenge()
{
    AccessQuestion question = hostKey("web3", "c");
    question.kind = AccessKind::Challenge;
    question.subject = u"Second factor"_qs;
    question.instruction = u"Look at your \x1b[31mtoken"_qs; // one that nobody made safe
    question.prompts = {{u"Code: "_qs, true}, {u"PIN: "_qs, false}};
    return question;
}

/// A backend that asks, and then tells what it heard: as a LogLine, which an act prints with --json.
class AskingOperations : public Operations
{
public:
    OperationId start(const Request& request) override
    {
        tell(Started{verbOf(request.intent), request.blueprint.name, subjectOf(request.intent)});
        const QStringList wanted = qEnvironmentVariable("SNOWMELT_TEST_ASKS").split(u' ');
        for (const QString& kind : wanted) {
            if (kind == u"key")
                ask(hostKey("web1", "k"));
            else if (kind == u"keys")
                for (const char* host : {"web1", "web2", "db1"})
                    ask(keyOf(host));
            else if (kind == u"password")
                ask(password("p"));
            else if (kind == u"challenge")
                ask(challenge());
        }
        return m_id;
    }
    void cancel(const OperationId&) override { end(OutcomeKind::Cancelled); }
    void answer(const OperationId&, const AccessAnswer& answer) override
    {
        QString heard =
            answer.question + (answer.agreed ? u" yes"_qs : u" no"_qs) + (answer.keep ? u" keep"_qs : QString());
        for (const Secret& reply : answer.replies)
            heard += u" length "_qs + QString::number(reply.reveal().size()) +
                     (reply.reveal() == "geheim!" ? u" right"_qs : QString());
        tell(LogLine{u"heard"_qs, heard});
        tell(QuestionClosed{answer.question});
        m_open.removeAll(answer.question);
        if (m_open.isEmpty())
            end(OutcomeKind::Done);
    }

private:
    void ask(const AccessQuestion& question)
    {
        m_open.append(question.id);
        tell(QuestionAsked{question});
    }
    void end(OutcomeKind outcome)
    {
        for (const QString& id : std::exchange(m_open, {}))
            tell(QuestionClosed{id});
        tell(Finished{outcome, Safety::Unchanged, {}, 0});
    }
    void tell(const EventBody& body) { Q_EMIT event(Event{m_id, QDateTime::fromMSecsSinceEpoch(1000, Qt::UTC), body}); }

    const OperationId m_id = u"op-1"_qs;
    QStringList m_open;
};

/// A terminal window with the program in it, and stdout where the test wants it.
class TypedAt
{
public:
    TypedAt(const QString& asks, const QStringList& words, const QString& outFile = {})
    {
        const QByteArray program = QFile::encodeName(QCoreApplication::applicationFilePath());
        QList<QByteArray> arguments{program, asCommandLine.toUtf8()};
        for (const QString& word : words)
            arguments.append(word.toUtf8());
        std::vector<char*> argv;
        for (QByteArray& argument : arguments)
            argv.push_back(argument.data());
        argv.push_back(nullptr);
        const QByteArray out = QFile::encodeName(outFile);
        qputenv("SNOWMELT_TEST_ASKS", asks.toUtf8());
        m_child = forkpty(&m_master, nullptr, nullptr, nullptr);
        if (m_child == 0) {
            if (!out.isEmpty())
                dup2(::open(out.constData(), O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
            execv(argv[0], argv.data());
            _exit(127);
        }
    }
    ~TypedAt()
    {
        if (m_child > 0 && !m_ended) {
            ::kill(m_child, SIGKILL);
            waitpid(m_child, nullptr, 0);
        }
        ::close(m_master);
    }

    /// Reads what the terminal shows until this stands in it.
    bool shows(const QString& text)
    {
        QElapsedTimer clock;
        clock.start();
        while (!m_seen.contains(text) && clock.elapsed() < patienceMs && readSome()) {
        }
        return m_seen.contains(text);
    }
    void type(const QByteArray& text)
    {
        QVERIFY(::write(m_master, text.constData(), size_t(text.size())) == text.size());
    }
    /// What was shown so far, and then forgets it.
    QString takeSeen() { return std::exchange(m_seen, {}); }
    /// Whether what is typed is seen; asked of the terminal, not of the program.
    bool echoes() const
    {
        termios now{};
        return tcgetattr(m_master, &now) == 0 && (now.c_lflag & ECHO) != 0;
    }
    int end()
    {
        QElapsedTimer clock;
        clock.start();
        int status = 0;
        while (waitpid(m_child, &status, WNOHANG) == 0) {
            if (clock.elapsed() > patienceMs)
                return -1;
            readSome();
        }
        m_ended = true;
        while (readSome()) {
        }
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    /// False: nothing more comes.
    bool readSome()
    {
        pollfd ready{m_master, POLLIN, 0};
        if (poll(&ready, 1, 100) == 0)
            return !m_ended;
        char bytes[4096];
        const ssize_t size = ::read(m_master, bytes, sizeof bytes);
        if (size > 0)
            m_seen += QString::fromUtf8(bytes, int(size));
        return size > 0;
    }

    int m_master = -1;
    pid_t m_child = -1;
    bool m_ended = false;
    QString m_seen;
};

} // namespace

class TestAsking : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aHostKeyIsAskedAndMisspeltAnswersAskAgain();
    void keysThatWaitAreAnsweredTogether_data();
    void keysThatWaitAreAnsweredTogether();
    void keysMayBeAskedOneByOne();
    void oneThatWasNotShownIsNotAgreedTo();
    void aPasswordIsNotSeen();
    void jsonStaysJson();
    void oneAfterTheOther();
    void ctrlCCancelsAndTheTerminalIsAsItWas();
    void theEndOfInputIsANo();
    void whereNobodyIsItIsANo();
    void aQuestionThatIsClosedGoesAway();

private:
    /// What the backend heard, from the JSON the act printed.
    QStringList heard()
    {
        QFile file(m_out);
        QStringList found;
        if (!file.open(QIODevice::ReadOnly))
            return found;
        for (const QByteArray& line : file.readAll().split('\n')) {
            const QJsonObject event = QJsonDocument::fromJson(line).object();
            if (!line.isEmpty() && event.isEmpty())
                found += u"not JSON: "_qs + QString::fromUtf8(line);
            if (event.value(u"type"_qs) == u"logLine"_qs)
                found += event.value(u"text"_qs).toString();
        }
        return found;
    }
    CliFixture m_cli;
    QStringList up() { return {u"up"_qs, u"--json"_qs, m_cli.blueprint()}; }
    QString m_out = m_cli.folder.filePath(u"out.json"_qs);
};

void TestAsking::aHostKeyIsAskedAndMisspeltAnswersAskAgain()
{
    TypedAt terminal(u"key"_qs, up(), m_out);
    QVERIFY(terminal.shows(u"or the fingerprint: "_qs));
    const QString said = terminal.takeSeen();
    for (const char* wanted : {"The host key of web1 is not known.", "ssh-ed25519  SHA256:abcdefgh", "known_hosts"})
        QVERIFY2(said.contains(QString::fromLatin1(wanted)), qPrintable(said));
    QVERIFY(terminal.echoes());
    terminal.type("SHA256:other\n");
    QVERIFY(terminal.shows(u"That is not the fingerprint it showed."_qs));
    QVERIFY(terminal.shows(u"or the fingerprint: "_qs));
    terminal.takeSeen();
    terminal.type("y\n");
    QVERIFY(terminal.shows(u"or the fingerprint: "_qs));
    terminal.type("SHA256:abcdefgh\n");
    QCOMPARE(terminal.end(), 0);
    QCOMPARE(heard(), QStringList{u"k yes"_qs});
}

void TestAsking::keysThatWaitAreAnsweredTogether_data()
{
    QTest::addColumn<QByteArray>("typed");
    QTest::addColumn<QString>("verdict");
    QTest::newRow("yes") << QByteArray("yes\n") << u"yes"_qs;
    QTest::newRow("no") << QByteArray("no\n") << u"no"_qs;
    QTest::newRow("nothing") << QByteArray("\n") << u"no"_qs;
    QTest::newRow("the end of input") << QByteArray("\x04") << u"no"_qs;
    QTest::newRow("y is not enough") << QByteArray("y\nno\n") << u"no"_qs;
    QTest::newRow("one's fingerprint is not all's") << QByteArray("SHA256:of-web1\n\n") << u"no"_qs;
}

void TestAsking::keysThatWaitAreAnsweredTogether()
{
    QFETCH(const QByteArray, typed);
    QFETCH(const QString, verdict);
    TypedAt terminal(u"keys"_qs, up(), m_out);
    QVERIFY(terminal.shows(u"asked one by one [no]: "_qs));
    const QString said = terminal.takeSeen();
    for (const char* wanted : {"The keys of 3 hosts are not known.", "web1  ssh-ed25519  SHA256:of-web1",
                               "web2  ssh-ed25519  SHA256:of-web2", "db1   ssh-ed25519  SHA256:of-db1"})
        QVERIFY2(said.contains(QString::fromLatin1(wanted)), qPrintable(said));
    QCOMPARE(said.count(u"known_hosts"_qs), 1);
    terminal.type(typed);
    QCOMPARE(terminal.end(), 0);
    const QStringList all{u"web1 "_qs + verdict, u"web2 "_qs + verdict, u"db1 "_qs + verdict};
    QCOMPARE(heard(), all);
}

void TestAsking::keysMayBeAskedOneByOne()
{
    TypedAt terminal(u"keys password"_qs, up(), m_out);
    QVERIFY(terminal.shows(u"asked one by one [no]: "_qs));
    terminal.takeSeen();
    terminal.type("each\n");
    for (const char* answer : {"yes\n", "no\n", "SHA256:of-db1\n"}) {
        QVERIFY(terminal.shows(u"or the fingerprint: "_qs));
        terminal.takeSeen();
        terminal.type(answer);
    }
    QVERIFY(terminal.shows(u"Password of kim on web2: "_qs));
    terminal.type("\x04");
    QCOMPARE(terminal.end(), 0);
    QCOMPARE(heard(), (QStringList{u"web1 yes"_qs, u"web2 no"_qs, u"db1 yes"_qs, u"p no"_qs}));
}

/// A key that arrives while somebody types “yes” to others.
void TestAsking::oneThatWasNotShownIsNotAgreedTo()
{
    int master = -1;
    int slave = -1;
    QCOMPARE(openpty(&master, &slave, nullptr, nullptr, nullptr), 0);
    const auto shows = [master](const char* text) {
        QByteArray seen;
        char bytes[4096];
        pollfd ready{master, POLLIN, 0};
        return QTest::qWaitFor(
            [&] {
                if (poll(&ready, 1, 0) > 0)
                    seen += QByteArray(bytes, ::read(master, bytes, sizeof bytes));
                return seen.contains(text);
            },
            patienceMs);
    };
    QStringList answers;
    TerminalAsker asker(ttyname(slave), [&](const AccessAnswer& answer) {
        answers.append(answer.question + (answer.agreed ? u" yes"_qs : u" no"_qs));
    });
    for (const char* host : {"web1", "web2", "web3"})
        asker.ask(keyOf(host));
    QVERIFY(shows("one by one [no]: "));
    asker.ask(keyOf("late"));
    asker.close(u"web2"_qs); // and of this one no answer is needed any more
    QCOMPARE(::write(master, "yes\n", 4), 4);
    QVERIFY(QTest::qWaitFor([&] { return answers.size() >= 2; }, patienceMs));
    QVERIFY(shows("The host key of late is not known."));
    QCOMPARE(answers, (QStringList{u"web1 yes"_qs, u"web3 yes"_qs}));
    QVERIFY(asker.isBusy());
    asker.close(u"late"_qs);
    QVERIFY(!asker.isBusy());
    ::close(master);
    ::close(slave);
}

void TestAsking::aPasswordIsNotSeen()
{
    TypedAt terminal(u"password"_qs, up(), m_out);
    QVERIFY(terminal.shows(u"Password of kim on web2: "_qs));
    QVERIFY(!terminal.echoes());
    terminal.type("geheim!\n");
    QVERIFY(terminal.shows(u"[y/N] "_qs));
    QVERIFY(terminal.echoes());
    terminal.type("y\n");
    QCOMPARE(terminal.end(), 0);
    const QString said = terminal.takeSeen();
    QVERIFY2(!said.contains(u"geheim"), qPrintable(said));
    QCOMPARE(heard(), QStringList{u"p yes keep length 7 right"_qs});
}

/// Everything on one terminal, as a person has it: the JSON lines are whole and in order around the questions.
void TestAsking::jsonStaysJson()
{
    TypedAt terminal(u"key"_qs, up());
    QVERIFY(terminal.shows(u"or the fingerprint: "_qs));
    const QString before = terminal.takeSeen();
    QVERIFY2(before.indexOf(u"\"started\""_qs) >= 0 && before.indexOf(u"\"questionAsked\""_qs) < 0, qPrintable(before));
    terminal.type("no\n");
    QCOMPARE(terminal.end(), 0);
    const QString after = terminal.takeSeen();
    QVERIFY2(after.contains(u"\"questionAsked\""_qs) && after.contains(u"k no"_qs), qPrintable(after));
}

void TestAsking::oneAfterTheOther()
{
    TypedAt terminal(u"key password challenge"_qs, up(), m_out);
    QVERIFY(terminal.shows(u"or the fingerprint: "_qs));
    QVERIFY(!terminal.takeSeen().contains(u"web2"_qs));
    terminal.type("yes\n");
    QVERIFY(terminal.shows(u"Password of kim on web2: "_qs));
    terminal.type("x\n");
    QVERIFY(terminal.shows(u"[y/N] "_qs));
    terminal.type("\n");
    QVERIFY(terminal.shows(u"Code: "_qs));
    const QString said = terminal.takeSeen();
    QVERIFY2(said.contains(u"Second factor"_qs) && said.contains(u"\\x1b[31mtoken"_qs), qPrintable(said));
    QVERIFY2(!said.contains(QChar(0x1b)), qPrintable(said));
    QVERIFY(terminal.echoes());
    terminal.type("123456\n");
    QVERIFY(terminal.shows(u"PIN: "_qs));
    QVERIFY(!terminal.echoes());
    terminal.type("geheim!\n");
    QCOMPARE(terminal.end(), 0);
    QCOMPARE(heard(), (QStringList{u"k yes"_qs, u"p yes length 1"_qs, u"c yes length 6 length 7 right"_qs}));
}

void TestAsking::ctrlCCancelsAndTheTerminalIsAsItWas()
{
    TypedAt terminal(u"password"_qs, up(), m_out);
    QVERIFY(terminal.shows(u"Password of kim on web2: "_qs));
    QVERIFY(!terminal.echoes());
    terminal.type("half\x1c"); // Ctrl+\ would end the program and leave the terminal dumb
    terminal.type("\x03");
    QCOMPARE(terminal.end(), 130);
    QVERIFY(terminal.echoes());
    QVERIFY(heard().isEmpty());
    QVERIFY(!terminal.takeSeen().contains(u"half"_qs));
}

void TestAsking::theEndOfInputIsANo()
{
    TypedAt terminal(u"password"_qs, up(), m_out);
    QVERIFY(terminal.shows(u"Password of kim on web2: "_qs));
    terminal.type("\x04");
    QCOMPARE(terminal.end(), 0);
    QVERIFY(terminal.echoes());
    QCOMPARE(heard(), QStringList{u"p no"_qs});
}

void TestAsking::whereNobodyIsItIsANo()
{
    m_cli.script = {QuestionAsked{hostKey("web1", "k")}, QuestionAsked{password("p")}, Finished{}};
    m_cli.run({u"up"_qs, u"--yes"_qs, m_cli.blueprint()});
    QCOMPARE(m_cli.log.answers.size(), 2);
    for (const AccessAnswer& answer : m_cli.log.answers)
        QVERIFY(!answer.agreed && answer.replies.isEmpty());
    QCOMPARE(m_cli.log.answers[0].question, u"k"_qs);
    // What a person is told of a node that was not reached so.
    const Sentence said = sentence(Error{ErrorCode::NobodyAnswered, {u"web-1"_qs, u"hostKey"_qs, u"web1"_qs}, {}});
    QVERIFY(said.next.contains(u"known_hosts"_qs) && said.next.contains(u"agent"_qs));
}

/// It was answered elsewhere, or its time is up.
void TestAsking::aQuestionThatIsClosedGoesAway()
{
    int master = -1;
    int slave = -1;
    QCOMPARE(openpty(&master, &slave, nullptr, nullptr, nullptr), 0);
    QList<AccessAnswer> answers;
    {
        TerminalAsker asker(ttyname(slave), [&](const AccessAnswer& answer) { answers.append(answer); });
        asker.ask(password("p"));
        asker.ask(hostKey("web1", "k"));
        termios now{};
        QVERIFY(tcgetattr(slave, &now) == 0 && (now.c_lflag & ECHO) == 0);
        asker.close(u"p"_qs);
        QVERIFY(tcgetattr(slave, &now) == 0 && (now.c_lflag & ECHO) != 0);
        QVERIFY(asker.isBusy());
        QCOMPARE(::write(master, "yes\n", 4), 4);
        QVERIFY(QTest::qWaitFor([&] { return !answers.isEmpty(); }, patienceMs));
        QCOMPARE(answers.first().question, u"k"_qs);
        asker.ask(password("p2"));
        QVERIFY(tcgetattr(slave, &now) == 0 && (now.c_lflag & ECHO) == 0);
    }
    termios now{};
    QVERIFY(tcgetattr(slave, &now) == 0 && (now.c_lflag & ECHO) != 0); // however it ends
    ::close(master);
    ::close(slave);
}

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    installTranslator(QLocale(QLocale::English));
    const QStringList words = QCoreApplication::arguments().mid(1);
    if (words.value(0) == asCommandLine)
        return runCommandLine(words.mid(1), [] { return std::make_unique<AskingOperations>(); });
    TestAsking test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_asking.moc"
