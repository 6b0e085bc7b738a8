// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace snowmelt {

struct Fact
{
    QString name;
    QString value; ///< empty: the fact is not shown
    bool mono = false;
    bool strong = false; ///< wants to be noticed
};

/// Names and values in two columns; values can be selected. Setting the same names again changes texts only.
class FactList final : public QWidget
{
    Q_OBJECT
public:
    explicit FactList(QWidget* parent = nullptr);
    void setFacts(const QList<Fact>& facts);

private:
    void rebuild(const QList<Fact>& facts);
    QGridLayout* m_grid;
    QStringList m_names;
    QList<QLabel*> m_values;
};

} // namespace snowmelt
