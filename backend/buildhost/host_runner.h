// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/buildhost/host_talk.h"
#include "backend/image/tier_runner.h"

namespace snowmelt {

/// Builds tiers on a host over SSH, or on this machine in a user namespace: resources/builder/host.sh says what is done
/// there. The host keeps unpacked layers and packages by their hashes, and what belongs to a run for as long as
/// somebody listens to its keeper.
class HostRunner : public TierRunner
{
public:
    /// `host` as a person named it; empty: this machine, without being root.
    HostRunner(std::shared_ptr<HostChannel> channel, QString host);
    ~HostRunner() override;

    QString host() const override { return m_host; }
    QString folder() const override { return m_host.isEmpty() ? m_base : QString(m_host + u':' + m_base); }
    Task<Done> canBuild(LoadedRecipe recipe, CallContext context) override;
    Task<QStringList> provide(TierPlace place, QList<LayerSource> layers, CallContext context) override;
    Task<int> run(TierPlace place, TierScript script, CallContext context) override;
    Task<PackedLayer> pack(TierPlace place, CallContext context) override;
    Task<QString> adopt(TierPlace place, Digest digest, CallContext context) override;
    Task<Done> end() override;

private:
    struct Keeper;
    static QCoro::Task<> keep(HostTalk talk, QByteArray id, std::shared_ptr<Keeper> keeper);
    Task<Done> becomeRoot(CallContext context);
    Task<Done> enterNamespace(CallContext context);
    Error asHere(const Error& error) const;
    void tellCopying(const TierPlace& place) const;
    Task<Done> open(CallContext context);
    Task<Done> sendLayer(TierPlace place, LayerSource layer, CallContext context);
    Task<Done> sendDebs(TierPlace place, CallContext context);
    Task<Done> sendWork(TierPlace place, CallContext context);
    Task<Done> fetchFacts(TierPlace place, CallContext context);
    /// What the call reads from its input; the file is gone afterwards.
    Task<Done> sendFile(HostCall call, QString file, CallContext context);
    Task<QByteArrayList> lacking(QByteArray function, QByteArrayList hashes, CallContext context);
    /// A call about this build and, of it, a tier.
    HostCall callOf(const QByteArray& function, const QByteArrayList& more) const;
    QByteArray opaqueAttribute() const;

    QString m_host;
    HostTalk m_talk;
    HostRoot m_root = HostRoot::Login;
    bool m_isRoot = false; ///< m_root is known
    QString m_base;
    QByteArray m_id;
    std::shared_ptr<Keeper> m_keeper;
};

} // namespace snowmelt
