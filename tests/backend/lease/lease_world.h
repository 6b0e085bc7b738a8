// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/lease/exec_lease_store.h"
#include "backend/lease/fleet_leases.h"
#include "backend/lease/memory_lease_store.h"
#include "tests/backend/lease/lease_samples.h"
#include "tests/support/local_exec.h"

#include <QCoro/QCoroTask>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace snowmelt::test {

/// Short enough to wait for, long enough for a busy machine.
inline LeaseTiming quick()
{
    LeaseTiming timing;
    timing.life = std::chrono::seconds(2);
    timing.renew = std::chrono::milliseconds(300);
    timing.again = std::chrono::milliseconds(100);
    timing.listen = std::chrono::seconds(2);
    return timing;
}

inline CallContext soon()
{
    return CallContext::cleanup(std::chrono::seconds(60));
}

template <typename T>
Result<T> wait(Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

/// One host that keeps the leases, and machines that reach it: files and shells, or what stands for them.
class LeaseWorld
{
public:
    explicit LeaseWorld(bool isReal) : m_isReal(isReal)
    {
        host = std::make_shared<MemoryLeaseHost>([] { return QDateTime::currentMSecsSinceEpoch(); });
    }

    std::shared_ptr<LeaseStore> store()
    {
        if (!m_isReal)
            return std::make_shared<MemoryLeaseStore>(host);
        NodeFacts edge;
        edge.name = QStringLiteral("edge");
        return std::make_shared<ExecLeaseStore>(&m_exec, edge, QFile::encodeName(folder()));
    }
    std::shared_ptr<FleetLeases> machine(LeaseTiming timing = {})
    {
        return std::make_shared<FleetLeases>(store(), QStringLiteral("shop"), timing);
    }

    QString folder() const { return m_folder.filePath(QStringLiteral("var/lease")); }
    std::optional<QByteArray> book() const
    {
        if (!m_isReal)
            return host->book;
        QFile file(folder() + QStringLiteral("/book"));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        return file.readAll();
    }
    void setBook(const QByteArray& bytes)
    {
        host->book = bytes;
        QDir().mkpath(folder());
        QFile file(folder() + QStringLiteral("/book"));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no book");
    }
    /// Questions, answers and drafts that lie about; a holder's bell may.
    QStringList remains() const
    {
        if (m_isReal) {
            QStringList names = QDir(folder()).entryList(QDir::Files | QDir::System);
            names.removeIf([](const QString& name) {
                return name == u"book" || name == u"lock" || (name.startsWith(u"bell.") && name.size() == 37);
            });
            return names;
        }
        QStringList names = host->answers.keys();
        for (const QList<LeaseAsk>& asks : std::as_const(host->asks)) {
            for (const LeaseAsk& ask : asks)
                names += ask.id;
        }
        return names;
    }

    std::shared_ptr<MemoryLeaseHost> host;

private:
    bool m_isReal;
    LocalExec m_exec;
    QTemporaryDir m_folder;
};

} // namespace snowmelt::test
