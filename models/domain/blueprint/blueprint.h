// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drift/drift.h"
#include "models/domain/ids.h"
#include "models/domain/prices.h"

#include <QList>
#include <QStringList>

namespace snowmelt {

struct PlatformSpec
{
    QString kind;   ///< "podman", "simulation" or "ssh"
    QString user{}; ///< of "ssh": who logs in; empty: what OpenSSH's configuration says
    QString
        sshConfig{}; ///< of "ssh": the person's configuration, relative to the blueprint's folder; empty: ~/.ssh/config
    bool operator==(const PlatformSpec&) const = default;
};

struct ImageSource
{
    ImageRef ref;
    QString recipe; ///< path relative to the blueprint's folder
    bool operator==(const ImageSource&) const = default;
};

struct HealthCheck
{
    QString path = QStringLiteral("/healthz");
    bool operator==(const HealthCheck&) const = default;
};

struct Balancer
{
    QString name;
    QString driver; ///< "haproxy"
    ImageRef image;
    int listen = 0;
    QStringList serves; ///< groups, caches and balancers behind it
    QString pair{};     ///< the balancer that stands in for it; said on either side, known to both
    QStringList zones{};
    QStringList hosts{}; ///< of "ssh": who is there already, ranges expanded; else empty
    bool operator==(const Balancer&) const = default;
};

struct Group
{
    QString name;
    ImageRef image;
    int size = 0;
    int port = 0;
    HealthCheck health;
    QStringList uses;    ///< databases and caches
    QStringList zones{}; ///< its nodes are spread over
    QStringList hosts{}; ///< of "ssh": who is there already, ranges expanded; else empty
    bool operator==(const Group&) const = default;
};

struct Database
{
    QString name;
    QString engine; ///< "postgresql"
    ImageRef image;
    bool keepVolume = true;
    int schema = 0;      ///< 0: not said
    QString replicaOf{}; ///< the database it follows; empty: none
    QStringList zones{};
    QStringList hosts{}; ///< of "ssh": who is there already, ranges expanded; else empty
    bool operator==(const Database&) const = default;
};

struct Cache
{
    QString name;
    QString engine; ///< "redis", "valkey", "memcached" or "varnish"
    ImageRef image;
    int port = 0; ///< 0: not said
    QStringList zones{};
    QStringList hosts{}; ///< of "ssh": who is there already, ranges expanded; else empty
    bool operator==(const Cache&) const = default;
};

/// What a person hides of drift.
struct DriftRules
{
    QStringList packs{}; ///< names of known packs, drift/judge/ignore_packs.h
    QList<IgnoreRule> ignore{};
    bool operator==(const DriftRules&) const = default;
};

/// What a fleet should be. Only the parser makes one, so references resolve and names are unique.
struct Blueprint
{
    QString path; ///< canonical path of the file, the fleet's identity together with name
    QString name;
    PlatformSpec platform;
    QList<ImageSource> images;
    QList<Balancer> balancers;
    QList<Group> groups;
    QList<Database> databases;
    QList<Cache> caches{};
    Prices prices{};
    DriftRules drift{};

    QString folder() const;
    const ImageSource* findImage(const ImageRef& ref) const;
    const Group* findGroup(const QString& groupName) const;
    /// The balancer in front of a group. A group may be drawn behind several (the first is meant then); no platform
    /// runs that, unsupportedParts() says so.
    const Balancer* balancerOf(const QString& groupName) const;
    const Balancer* findBalancer(const QString& balancerName) const;
    const Database* findDatabase(const QString& databaseName) const;
    const Cache* findCache(const QString& cacheName) const;
    QStringList versionsOf(const QString& imageName) const; ///< in file order
    bool hasParts() const;                                  ///< something that can run
    bool operator==(const Blueprint&) const = default;
};

} // namespace snowmelt
