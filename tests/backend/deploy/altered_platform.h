// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/platform/platform.h"

#include <functional>

namespace snowmelt::test {

/// Another platform as it is, but for the answers to our own HTTP questions: what a service says that is up and not
/// well, which a simulated node never does by itself.
class AlteredPlatform final : public Platform, public HttpProbe
{
public:
    using Alter = std::function<void(const QString& path, HttpAnswer& answer)>;

    AlteredPlatform(Platform* platform, const Alter* alter) : m_platform(platform), m_alter(alter) {}

    QString kind() const override { return m_platform->kind(); }
    Task<Done> open(CallContext context) override { return m_platform->open(context); }
    Task<Headroom> headroom(CallContext context) override { return m_platform->headroom(context); }
    Observe* observe() override { return m_platform->observe(); }
    Exec* exec() override { return m_platform->exec(); }
    Provision* provision() override { return m_platform->provision(); }
    ImageImport* imageImport() override { return m_platform->imageImport(); }
    HttpProbe* httpProbe() override { return this; }
    void watch(FleetKey fleet) override { m_platform->watch(fleet); }
    void unwatch(FleetKey fleet) override { m_platform->unwatch(fleet); }

    Task<HttpAnswer> get(Endpoint service, QString path, CallContext context) override
    {
        Result<HttpAnswer> result = co_await m_platform->httpProbe()->get(service, path, context);
        if (!result || !*m_alter)
            co_return result;
        HttpAnswer answer = result.take();
        (*m_alter)(path, answer);
        co_return answer;
    }

private:
    Platform* m_platform;
    const Alter* m_alter;
};

} // namespace snowmelt::test
