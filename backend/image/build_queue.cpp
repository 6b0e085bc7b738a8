// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/image/build_queue.h"

#include "backend/execution/blocking.h"
#include "backend/execution/timing.h"
#include "models/domain/image/turn.h"

#include <QDir>
#include <QFile>
#include <QThread>

#include <algorithm>

namespace snowmelt {

namespace {

constexpr std::chrono::milliseconds lookAgain{200};
constexpr int mostAtOnce = 64;

QString queueFolder(const QString& home)
{
    return home + QStringLiteral("/cache/queue");
}

QString ticketOf(const QString& home, int number)
{
    return queueFolder(home) + u'/' + QString::number(number);
}

/// Held while the queue is read or gets longer, so that nobody takes a place that is just being made for a dead one.
Result<FileLock> lockQueue(const QString& home)
{
    if (!QDir().mkpath(queueFolder(home)))
        return writeError(queueFolder(home), errno);
    return FileLock::take(queueFolder(home) + QStringLiteral("/lock"));
}

/// In the order of the queue.
QList<int> numbersIn(const QString& home)
{
    QList<int> numbers;
    for (const QString& name : QDir(queueFolder(home)).entryList(QDir::Files)) {
        bool isNumber = false;
        const int number = name.toInt(&isNumber);
        if (isNumber)
            numbers.append(number);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

QStringList imagesOf(const QString& ticket)
{
    QFile file(ticket);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)
                                          : QStringList();
}

/// What the living have taken before `number`. The queue is locked.
QList<QStringList> livingBefore(const QString& home, int number)
{
    QList<QStringList> living;
    for (const int other : numbersIn(home)) {
        if (other >= number)
            break;
        const QString ticket = ticketOf(home, other);
        if (FileLock::tryTake(ticket))
            QFile::remove(ticket); // its Snowmelt is gone, or it has just ended
        else
            living.append(imagesOf(ticket));
    }
    return living;
}

} // namespace

BuildTurn::BuildTurn(QString home, int number, QStringList images, FileLock lock)
    : m_home(std::move(home)), m_number(number), m_images(std::move(images)), m_lock(std::move(lock))
{
}

Result<std::shared_ptr<BuildTurn>> BuildTurn::queue(const QString& home, const QStringList& images)
{
    using Turn = std::shared_ptr<BuildTurn>;
    const auto locked = lockQueue(home);
    if (!locked)
        return locked.as<Turn>();
    const QList<int> taken = numbersIn(home);
    const int number = taken.isEmpty() ? 1 : taken.last() + 1;
    const QString ticket = ticketOf(home, number);
    if (auto written = writeDurably(ticket, images.join(u'\n').toUtf8()); !written)
        return written.as<Turn>();
    auto lock = FileLock::take(ticket);
    if (!lock)
        return lock.as<Turn>();
    return Turn(new BuildTurn(home, number, images, lock.take()));
}

BuildTurn::~BuildTurn()
{
    QFile::remove(ticketOf(m_home, m_number));
}

Result<int> BuildTurn::buildsBefore(int atOnce) const
{
    const auto locked = lockQueue(m_home);
    if (!locked)
        return locked.as<int>();
    const QList<QStringList> before = livingBefore(m_home, m_number);
    return mayBegin(before, m_images, atOnce) ? 0 : static_cast<int>(before.size());
}

int buildsAtOnce()
{
    const int asked = qEnvironmentVariableIntValue("SNOWMELT_BUILDS_AT_ONCE");
    return asked >= 1 && asked <= mostAtOnce ? asked : std::max(1, QThread::idealThreadCount() / 2);
}

Task<std::shared_ptr<BuildTurn>> awaitTurn(QString home, QStringList images, ImageBuilder::Emit emit,
                                           CallContext context)
{
    using Turn = std::shared_ptr<BuildTurn>;
    const std::function<Result<Turn>()> queue = [home, images] { return BuildTurn::queue(home, images); };
    const auto turn = co_await runBlocking<Turn>(queue);
    if (!turn)
        co_return turn;
    const std::function<Result<int>()> look = [turn = *turn] { return turn->buildsBefore(buildsAtOnce()); };
    for (int said = 0;;) {
        const auto before = co_await runBlocking<int>(look);
        if (!before)
            co_return before.as<Turn>();
        if (*before == 0)
            co_return Turn(*turn);
        if (*before != said)
            emit(Progress{Phase::AwaitingTurn, {QString::number(*before)}, 0, 0});
        said = *before;
        const auto paused = co_await pause(lookAgain, context);
        if (!paused)
            co_return paused.as<Turn>();
    }
}

} // namespace snowmelt
