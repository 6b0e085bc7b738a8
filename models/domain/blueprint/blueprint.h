// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/domain/prices.h"

#include <QList>
#include <QStringList>

namespace snowmelt {

struct PlatformSpec
{
    QString kind; ///< "podman" or "simulation"
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
    QStringList serves; ///< groups
    bool operator==(const Balancer&) const = default;
};

struct Group
{
    QString name;
    ImageRef image;
    int size = 0;
    int port = 0;
    HealthCheck health;
    QStringList uses; ///< databases
    bool operator==(const Group&) const = default;
};

struct Database
{
    QString name;
    QString engine; ///< "postgresql"
    ImageRef image;
    bool keepVolume = true;
    int schema = 0; ///< 0: not said
    bool operator==(const Database&) const = default;
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
    Prices prices{};

    QString folder() const;
    const ImageSource* findImage(const ImageRef& ref) const;
    const Group* findGroup(const QString& groupName) const;
    const Balancer* balancerOf(const QString& groupName) const;
    const Database* findDatabase(const QString& databaseName) const;
    QStringList versionsOf(const QString& imageName) const; ///< in file order
    bool operator==(const Blueprint&) const = default;
};

} // namespace snowmelt
