// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/image/tier_runner.h"
#include "tests/backend/image/build_harm.h"

#include <QObject>
#include <QTemporaryDir>

namespace snowmelt::contract {

/// A machine that builds tiers.
struct RunnerSubject
{
    /// For one run; `home` is the Snowmelt's that asks.
    std::function<std::shared_ptr<TierRunner>(const QString& home)> runner;
    /// What is there of runs that are over; empty: nothing.
    std::function<QString()> left;
};

/// The promises of backend/image/tier_runner.h, by whole builds of small images: whoever builds, the bytes are the
/// same. Needs root.
class RunnerContract : public QObject
{
    Q_OBJECT
public:
    using Factory = std::function<RunnerSubject()>;
    explicit RunnerContract(Factory factory) : m_factory(std::move(factory)) {}

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void buildsTheSameBytes();
    void buildsOnWhatTheStoreHas();
    void tellsLinesInTheirOrder();
    void saysHowACommandFailed();
    void saysWhatMmdebstrapFailedAt();
    void aCancelEndsEverything_data();
    void aCancelEndsEverything();

private:
    QString home(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    Result<ImageBuilder::Built> build(const QString& home, std::shared_ptr<TierRunner> runner, bool fromScratch = true,
                                      CallContext context = {});
    QStringList lines() const;

    Factory m_factory;
    RunnerSubject m_subject;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<sample::SmallImages> m_images;
    QList<EventBody> m_events;
    std::function<void(const EventBody&)> m_onEvent;
};

} // namespace snowmelt::contract
