<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>DriftWording</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>%n difference</numerusform>
            <numerusform>%n differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorWording</name>
    <message numerus="yes">
        <source>The blueprint %1 has %n error(s).</source>
        <translation>
            <numerusform>The blueprint %1 has %n error.</numerusform>
            <numerusform>The blueprint %1 has %n errors.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %1, %n session(s) were still open after %2 seconds.</source>
        <translation>
            <numerusform>On %1, %n session was still open after %2 seconds.</numerusform>
            <numerusform>On %1, %n sessions were still open after %2 seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperationWording</name>
    <message numerus="yes">
        <source>Waiting because %n session(s) are still open</source>
        <translation>
            <numerusform>Waiting because %n session is still open</numerusform>
            <numerusform>Waiting because %n sessions are still open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting because %n session(s) are still open, most of them on %1</source>
        <translation>
            <numerusform>Waiting because %n session is still open, on %1</numerusform>
            <numerusform>Waiting because %n sessions are still open, most of them on %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanWording</name>
    <message numerus="yes">
        <source>%1 … %2 (%n node(s))</source>
        <translation>
            <numerusform>%1 … %2 (%n node)</numerusform>
            <numerusform>%1 … %2 (%n nodes)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 differs from its image in %n place(s); that ends with the node.</source>
        <translation>
            <numerusform>%1 differs from its image in %n place; that ends with the node.</numerusform>
            <numerusform>%1 differs from its image in %n places; that ends with the node.</numerusform>
        </translation>
    </message>
</context>
</TS>
