// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/control_socket.h"

#include "backend/execution/completion.h"
#include "backend/execution/interruption.h"
#include "backend/store/person.h"
#include "models/domain/code_names.h"
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

QByteArray line(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray answerLine(const std::optional<Error>& refused)
{
    return line(QJsonObject{{u"refused"_qs, refused ? QJsonValue(toJson(*refused)) : QJsonValue::Null}});
}

QByteArray commandLine(const ControlIntent& told)
{
    return line(QJsonObject{
        {u"command"_qs, codeName(told.command)}, {u"person"_qs, personAtHost()}, {u"seconds"_qs, told.seconds}});
}

/// What a line asks for; nothing: it is none of ours.
std::optional<ControlIntent> readCommand(const QByteArray& text, const QString& group)
{
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    const auto command = codeFromName<Command>(json.value(u"command"_qs).toString());
    if (!command)
        return std::nullopt;
    return ControlIntent{group, *command, json.value(u"seconds"_qs).toInt()};
}

/// A deployment that is over can only be taken back by a new one, of the image it came from.
QString imageBefore(const Operation& operation, const QString& group)
{
    const Journal* journal = operation.rooms().journal.get();
    const Result<QString> image =
        journal ? journal->imageBefore(operation.blueprint().name, group) : Result<QString>(QString());
    return image.ok() ? *image : QString();
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
            const QJsonObject object = QJsonDocument::fromJson(m_partial.left(end)).object();
            m_partial.remove(0, end + 1);
            if (std::exchange(answered, true))
                repeat(object);
            else if (const QJsonObject error = object.value(u"refused"_qs).toObject(); !error.isEmpty())
                refused = errorFromJson(error);
        }
    }

    bool answered = false;
    std::optional<Error> refused;
    std::optional<Finished> finished;

private:
    void repeat(const QJsonObject& object)
    {
        const Result<Event> event = eventFromJson(object);
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

ControlSocket::ControlSocket(const QString& home, const OperationPtr& deployment, QObject* parent)
    : QObject(parent), m_deployment(deployment)
{
    const QString socketPath = path(home, deployment->blueprint().name, deployment->group());
    if (!isOurs(QFileInfo(socketPath).path()))
        return;
    QLocalServer::removeServer(socketPath); // a dead process's; a living one would hold the group's lock
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &ControlSocket::accept);
    m_server.listen(socketPath);
}

QString ControlSocket::path(const QString& home, const QString& fleet, const QString& group)
{
    const QByteArray identity =
        QFileInfo(home).canonicalFilePath().toUtf8() + '\n' + fleet.toUtf8() + '\n' + group.toUtf8();
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
    const OperationPtr deployment = m_deployment.lock();
    const std::optional<ControlIntent> told =
        deployment ? readCommand(text, deployment->group()) : std::optional<ControlIntent>();
    if (!told) {
        socket->abort();
        return;
    }
    const QString person = QJsonDocument::fromJson(text).object().value(u"person"_qs).toString();
    const auto goodbye = [socket = QPointer<QLocalSocket>(socket)] {
        if (!socket)
            return;
        socket->flush();
        socket->disconnectFromServer();
    };
    if (!waitsForTheEnd(told->command)) {
        socket->write(answerLine(deployment->tell(*told, person)));
        return goodbye();
    }
    // Listening begins before it is told: the end may come at once.
    const auto held = std::make_shared<QByteArray>();
    const auto answered = std::make_shared<bool>(false);
    deployment->listen([socket = QPointer<QLocalSocket>(socket), goodbye, held, answered](const Event& event) {
        if (!socket)
            return;
        if (*answered)
            socket->write(line(toJson(event)));
        else
            *held += line(toJson(event));
        if (std::holds_alternative<Finished>(event.body))
            goodbye();
    });
    const std::optional<Error> refused = deployment->tell(*told, person);
    socket->write(answerLine(refused));
    if (refused)
        return goodbye();
    socket->write(*held);
    *answered = true;
}

bool waitsForTheEnd(Command command)
{
    return command == Command::RollBack || command == Command::Abort;
}

Finished heard()
{
    return {OutcomeKind::Done, Safety::AsWanted, std::nullopt, 0};
}

Finished controlEnd(const Finished& deployment, const ControlIntent& told)
{
    const bool blueServes = deployment.safety == Safety::BlueServes || deployment.safety == Safety::BlueServesGreenKept;
    const bool stands = told.command == Command::Abort && deployment.outcome == OutcomeKind::Cancelled;
    const bool untouched = deployment.safety == Safety::NothingTouched;
    if (blueServes || stands || untouched)
        return {OutcomeKind::Done, deployment.safety, std::nullopt, 0};
    if (deployment.error)
        return failedWith(*deployment.error, deployment.safety);
    return failedWith({ErrorCode::PastNoReturn, {told.group}, {}}, deployment.safety);
}

QCoro::Task<Finished> controlElsewhere(OperationPtr operation, ControlIntent intent)
{
    const QString path = ControlSocket::path(operation->rooms().home, operation->blueprint().name, intent.group);
    const Error nothing{ErrorCode::NothingToRollBack, {intent.group, imageBefore(*operation, intent.group)}, {}};
    if (!isOurs(QFileInfo(path).path()))
        co_return failedWith(nothing, Safety::NothingTouched);

    Completion over;
    Follower follower(operation);
    QLocalSocket socket;
    const auto isOver = [&follower, command = intent.command] {
        return follower.refused || follower.finished || (follower.answered && !waitsForTheEnd(command));
    };
    QObject::connect(&socket, &QLocalSocket::readyRead, &socket, [&] {
        follower.take(socket.readAll());
        if (isOver())
            over.fire();
    });
    QObject::connect(&socket, &QLocalSocket::disconnected, &socket, [over]() mutable { over.fire(); });
    QObject::connect(&socket, &QLocalSocket::errorOccurred, &socket, [over]() mutable { over.fire(); });
    QObject::connect(&socket, &QLocalSocket::connected, &socket, [&] { socket.write(commandLine(intent)); });
    const Interruption interruption(operation->context(), [over]() mutable { over.fire(); });
    socket.connectToServer(path);
    const bool reached = socket.state() != QLocalSocket::UnconnectedState;
    co_await over;
    if (socket.isOpen())
        follower.take(socket.readAll()); // what came together with the goodbye
    if (interruption.happened())         // the other process goes on; only our listening ends
        co_return Finished{OutcomeKind::Cancelled, Safety::Uncertain, std::nullopt, 0};
    if (follower.refused)
        co_return failedWith(*follower.refused, Safety::Unchanged);
    if (follower.finished)
        co_return controlEnd(*follower.finished, intent);
    if (follower.answered && !waitsForTheEnd(intent.command))
        co_return heard();
    co_return failedWith(nothing, reached ? Safety::Uncertain : Safety::NothingTouched);
}

} // namespace snowmelt
