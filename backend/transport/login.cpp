// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/transport/login.h"

#include "backend/execution/blocking.h"

#include <utility>

namespace snowmelt {

namespace {

// OpenSSH's order, of what there is here.
QStringList knownMethods()
{
    return {QStringLiteral("publickey"), QStringLiteral("keyboard-interactive"), QStringLiteral("password")};
}

/// What of the configuration keeps a method from being used; empty: nothing.
QString hindrance(const SshWay& way, const QString& method)
{
    if (method == u"publickey")
        return way.mayUseKeys ? QString() : QStringLiteral("PubkeyAuthentication no");
    if (method == u"keyboard-interactive" && !way.mayUseChallenges)
        return QStringLiteral("KbdInteractiveAuthentication no");
    if (method == u"password" && !way.mayUsePasswords)
        return QStringLiteral("PasswordAuthentication no");
    return way.asksNobody ? QStringLiteral("BatchMode yes") : QString();
}

} // namespace

Login::Login(SshWay way, QString host, SshLimits limits, std::shared_ptr<LoginMemory> memory, KeyRing* ring,
             Questioner* questioner)
    : m_way(std::move(way)), m_host(std::move(host)), m_limits(limits), m_memory(std::move(memory)), m_ring(ring),
      m_questioner(questioner)
{
}

Task<Done> Login::run(Connection connection)
{
    const Result<QStringList> offered = co_await askMethods(connection);
    if (!offered.ok())
        co_return offered.as<Done>();
    m_offered = *offered;
    while (!m_in) {
        const QString method = nextMethod();
        const bool asks = method != u"publickey";
        if (method.isEmpty() || (asks && m_nobody))
            co_return refused(); // who said no is not asked for something else
        const Result<Done> tried = co_await attempt(connection, method);
        if (tried.failed())
            co_return withTried(tried.error());
        if (!tried.ok())
            co_return tried;
    }
    for (const AccessQuestion& question : std::as_const(m_answered))
        m_questioner->worked(question);
    *m_memory = {};
    co_return Done{};
}

// Asked with the method "none", which some hosts accept.
Task<QStringList> Login::askMethods(Connection connection)
{
    const QByteArray user = m_way.user.toUtf8();
    QStringList methods;
    const std::function<int()> attempt = [&] {
        const char* list = libssh2_userauth_list(connection->session(), user.constData(), unsigned(user.size()));
        if (list)
            methods = QString::fromLatin1(list).split(u',', Qt::SkipEmptyParts);
        const bool isIn =
            !list && libssh2_userauth_authenticated(connection->session()) != 0; // errno is an old one then
        if (list || isIn)
            return 0;
        if (connection->stream().ended())
            return int(LIBSSH2_ERROR_SOCKET_DISCONNECT); // not told in errno
        return libssh2_session_last_errno(connection->session());
    };
    const Result<int> rc = co_await SshConnection::repeated(connection, attempt);
    if (!rc.ok())
        co_return rc.as<QStringList>();
    m_in = libssh2_userauth_authenticated(connection->session()) != 0;
    if (!m_in && *rc != 0)
        co_return ended(*connection);
    co_return methods;
}

QString Login::nextMethod()
{
    const QStringList order =
        m_way.preferredAuthentications.isEmpty() ? knownMethods() : m_way.preferredAuthentications;
    for (const QString& method : order) {
        const bool isFree = knownMethods().contains(method) && hindrance(m_way, method).isEmpty();
        if (isFree && m_offered.contains(method) && !m_used.contains(method)) {
            m_used.append(method);
            return method;
        }
    }
    return {};
}

Task<Done> Login::attempt(Connection connection, QString method)
{
    auto tried = method == u"publickey"              ? byKeys(connection)
                 : method == u"keyboard-interactive" ? byChallenge(connection)
                                                     : byPassword(connection);
    const Result<Done> result = co_await tried;
    co_return result;
}

Error Login::refused() const
{
    if (m_nobody)
        return withTried(*m_nobody);
    return {ErrorCode::SshAuthFailed, {QString(), m_way.user, m_host}, triedText()};
}

/// Why a person had to be asked: what was tried before, as a key that was refused.
Error Login::withTried(Error error) const
{
    if (error.code == ErrorCode::NobodyAnswered)
        error.detail = triedText();
    return error;
}

QString Login::triedText() const
{
    QStringList lines = m_tried;
    for (const QString& method : knownMethods()) {
        const QString why = hindrance(m_way, method);
        if (m_offered.contains(method) && !why.isEmpty())
            lines.append(method + u": " + why);
    }
    lines.append(u"offered: " + m_offered.join(u','));
    return lines.join(u'\n');
}

// Too many attempts look like this.
Error Login::ended(const SshConnection& connection) const
{
    Error error = connection.broken();
    if (connection.wasHungUp() && !m_tried.isEmpty() && !m_questioner->cameTooLate())
        error = {ErrorCode::SshAuthFailed, {QString(), m_way.user, m_host}, error.detail};
    error.detail = (m_tried + QStringList{error.detail}).join(u'\n');
    return error;
}

// The clock stands still: one that hangs takes nothing of the host's time, and files are tried after it.
Task<QList<AgentKey>> Login::keysOfAgent(Connection connection)
{
    if (m_way.agentSocket.isEmpty())
        co_return QList<AgentKey>{};
    connection->pauseLimit({});
    const std::shared_ptr<void> asked = m_questioner->agentAsked();
    const CallContext context = m_questioner->context().within(m_limits.agentList);
    const Result<QList<AgentKey>> found = co_await agentKeys(m_way.agentSocket, context);
    connection->resumeLimit();
    co_return found;
}

Task<KeyChoices> Login::keys(Connection connection)
{
    const Result<QList<AgentKey>> found = co_await keysOfAgent(connection);
    if (found.cancelled())
        co_return Cancelled{};
    QStringList problems;
    if (found.failed())
        problems.append(u"agent " + m_way.agentSocket + u": " + found.error().detail);
    const QList<AgentKey> agent = found.ok() ? *found : QList<AgentKey>();
    std::function<Result<QList<KeyFile>>()> read = [paths = m_way.identityFiles] {
        QList<KeyFile> files;
        for (const QString& path : paths)
            files.append(readKeyFile(path));
        return Result(files);
    };
    const Result<QList<KeyFile>> files = co_await runBlocking(read);
    KeyChoices choices = chooseKeys(m_way, agent, *files);
    choices.leftOut = problems + choices.leftOut;
    co_return choices;
}

Task<Done> Login::byKeys(Connection connection)
{
    const Result<KeyChoices> choices = co_await keys(connection);
    if (!choices.ok())
        co_return choices.as<Done>();
    m_tried += choices->leftOut;
    for (const KeyChoice& choice : choices->keys) {
        if (m_in || !m_offered.contains(QStringLiteral("publickey")))
            break;
        const Result<KeyAttempt> attempt =
            co_await tryKey(connection, m_way, choice, m_limits.agentSign, m_ring, m_questioner);
        if (attempt.failed()) {
            m_tried.append(u"publickey " + choice.name);
            co_return ended(*connection);
        }
        if (!attempt.ok())
            co_return attempt.as<Done>();
        const Result<Done> judged = co_await judgeKey(connection, choice, *attempt);
        if (!judged.ok())
            co_return judged;
    }
    co_return Done{};
}

Task<Done> Login::judgeKey(Connection connection, KeyChoice choice, KeyAttempt attempt)
{
    const QString what = u"publickey " + choice.name;
    if (attempt.answered)
        m_answered.append(*attempt.answered);
    switch (attempt.verdict) {
    case KeyVerdict::In:
        m_in = true;
        co_return Done{};
    case KeyVerdict::Refused:
        m_tried.append(what + u": refused");
        co_return Done{};
    case KeyVerdict::NotSigned:
        m_tried.append(what + u": " + attempt.why);
        co_return Done{};
    case KeyVerdict::NoPassphrase:
        m_tried.append(what + u": " + (attempt.why.isEmpty() ? QStringLiteral("no passphrase") : attempt.why));
        if (attempt.declined) {
            AccessQuestion question;
            question.kind = AccessKind::Passphrase;
            question.subject = choice.file.path;
            m_nobody = nobodyAnswered(question, m_host);
        }
        co_return Done{};
    case KeyVerdict::SignedNotIn:
        break;
    }
    m_tried.append(what + u": accepted, and more is wanted");
    // With AuthenticationMethods the host wants another method after this one; libssh2 does not tell.
    const Result<QStringList> offered = co_await askMethods(connection);
    if (offered.ok())
        m_offered = *offered;
    co_return offered.ok() ? Result<Done>(Done{}) : offered.as<Done>();
}

} // namespace snowmelt
