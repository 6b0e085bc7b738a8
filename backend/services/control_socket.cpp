// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/control_socket.h"

#include "backend/execution/completion.h"
#include "backend/execution/interruption.h"
#include "models/domain/event_json.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QPointer>

#include <sys/stat.h>
#include <unistd.h>

namespace snowmelt {

namespace {

/// Unix socket paths end at 107 bytes, homes do not: the name is a hash, in a short folder of this user's own.
QString socketFolder()
{
    const QString folder = QDir::tempPath() + QStringLiteral("/snowmelt-%1").arg(::getuid());
    ::mkdir(QFile::encodeName(folder).constData(), 0700);
    return folder;
}

/// Somebody else may have made the folder first, to listen in.
bool isOurs(const QString& folder)
{
    struct stat info = {};
    return ::lstat(QFile::encodeName(folder).constData(), &info) == 0 && S_ISDIR(info.st_mode) &&
           info.st_uid == ::getuid() && (info.st_mode & 0077) == 0;
}

QByteArray line(const Event& event)
{
    return QJsonDocument(toJson(event)).toJson(QJsonDocument::Compact) + '\n';
}

Event refusal(const QString& group)
{
    const Error error{ErrorCode::NothingToRollBack, {group}, {}};
    return {QString(), QDateTime::currentDateTimeUtc(),
            Finished{OutcomeKind::Failed, Safety::NothingTouched, error, 0}};
}

/// Repeats the other process's events under our own operation until it says how it ended.
class Follower
{
public:
    explicit Follower(OperationPtr operation) : m_operation(std::move(operation)) {}

    void take(const QByteArray& bytes)
    {
        m_partial += bytes;
        for (qsizetype end = m_partial.indexOf('\n'); end >= 0; end = m_partial.indexOf('\n')) {
            repeat(m_partial.left(end));
            m_partial.remove(0, end + 1);
        }
    }

    std::optional<Finished> finished;

private:
    void repeat(const QByteArray& text)
    {
        const Result<Event> event = eventFromJson(QJsonDocument::fromJson(text).object());
        if (!event)
            return;
        if (const auto* end = std::get_if<Finished>(&event->body))
            finished = *end;
        else if (!std::holds_alternative<Started>(event->body))
            m_operation->say(event->body);
    }

    OperationPtr m_operation;
    QByteArray m_partial;
};

} // namespace

ControlSocket::ControlSocket(const QString& home, const QString& fleet, Find find, QObject* parent)
    : QObject(parent), m_find(std::move(find))
{
    const QString socketPath = path(home, fleet);
    if (!isOurs(QFileInfo(socketPath).path()))
        return;
    QLocalServer::removeServer(socketPath); // a dead process's; a living one would hold the fleet's lock
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &ControlSocket::accept);
    m_server.listen(socketPath);
}

QString ControlSocket::path(const QString& home, const QString& fleet)
{
    const QByteArray identity = QFileInfo(home).canonicalFilePath().toUtf8() + '\n' + fleet.toUtf8();
    const QByteArray name = QCryptographicHash::hash(identity, QCryptographicHash::Sha256).toHex().left(24);
    return socketFolder() + u'/' + QString::fromLatin1(name) + QStringLiteral(".sock");
}

void ControlSocket::accept()
{
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] {
            if (socket->canReadLine())
                serve(socket, socket->readLine());
        });
    }
}

void ControlSocket::serve(QLocalSocket* socket, const QByteArray& text)
{
    const QString group = QJsonDocument::fromJson(text).object().value(QStringLiteral("rollback")).toString();
    const OperationPtr operation = m_find(group);
    if (!operation) {
        socket->write(line(refusal(group)));
        socket->flush();
        socket->disconnectFromServer();
        return;
    }
    operation->listen([socket = QPointer<QLocalSocket>(socket)](const Event& event) {
        if (!socket)
            return;
        socket->write(line(event));
        if (!std::holds_alternative<Finished>(event.body))
            return;
        socket->flush();
        socket->disconnectFromServer();
    });
    operation->rollBack();
}

Finished rollBackEnd(const Finished& deployment, const QString& group)
{
    if (deployment.safety == Safety::BlueServes || deployment.safety == Safety::BlueServesGreenKept)
        return {OutcomeKind::Done, deployment.safety, std::nullopt, 0};
    if (deployment.error)
        return failedWith(*deployment.error, deployment.safety);
    return failedWith({ErrorCode::PastNoReturn, {group}, {}}, deployment.safety);
}

QCoro::Task<Finished> rollBackElsewhere(OperationPtr operation, QString group)
{
    const QString path = ControlSocket::path(operation->rooms().home, operation->blueprint().name);
    const Error nothing{ErrorCode::NothingToRollBack, {group}, {}};
    if (!isOurs(QFileInfo(path).path()))
        co_return failedWith(nothing, Safety::NothingTouched);

    Completion over;
    Follower follower(operation);
    QLocalSocket socket;
    QObject::connect(&socket, &QLocalSocket::readyRead, &socket, [&] {
        follower.take(socket.readAll());
        if (follower.finished)
            over.fire();
    });
    QObject::connect(&socket, &QLocalSocket::disconnected, &socket, [over]() mutable { over.fire(); });
    QObject::connect(&socket, &QLocalSocket::errorOccurred, &socket, [over]() mutable { over.fire(); });
    QObject::connect(&socket, &QLocalSocket::connected, &socket, [&] {
        socket.write(QJsonDocument(QJsonObject{{QStringLiteral("rollback"), group}}).toJson(QJsonDocument::Compact) +
                     '\n');
    });
    const Interruption interruption(operation->context(), [over]() mutable { over.fire(); });
    socket.connectToServer(path);
    const bool reached = socket.state() != QLocalSocket::UnconnectedState;
    co_await over;
    if (socket.isOpen())
        follower.take(socket.readAll()); // what came together with the goodbye
    if (interruption.happened())         // the other process goes on turning round; only our listening ends
        co_return Finished{OutcomeKind::Cancelled, Safety::Uncertain, std::nullopt, 0};
    if (follower.finished)
        co_return rollBackEnd(*follower.finished, group);
    co_return failedWith(nothing, reached ? Safety::Uncertain : Safety::NothingTouched);
}

} // namespace snowmelt
