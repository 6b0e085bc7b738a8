<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AccessWording</name>
    <message>
        <source>Without it %1 is not reached.</source>
        <translation>이것이 없으면 %1에 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>Passphrase of %1</source>
        <translation>%1의 암호문</translation>
    </message>
    <message>
        <source>Password of %1 on %2</source>
        <translation>%2의 %1 비밀번호</translation>
    </message>
    <message>
        <source>Nothing says yet whether this is the host or someone in between. Compare the fingerprint with one from a source you trust, such as the host&apos;s own console.</source>
        <translation>이것이 그 호스트인지, 중간에 끼어든 누군가인지 아직 알 수 없습니다. 호스트의 콘솔처럼 믿을 수 있는 곳에서 얻은 지문과 비교하십시오.</translation>
    </message>
    <message>
        <source>When you agree it is trusted until the program ends; it is written nowhere.</source>
        <translation>동의하면 프로그램이 끝날 때까지 신뢰하며, 어디에도 기록하지 않습니다.</translation>
    </message>
    <message>
        <source>When you agree the key is added to %1. Another one is refused from then on.</source>
        <translation>동의하면 키를 %1에 추가합니다. 그 뒤로는 다른 키를 거부합니다.</translation>
    </message>
    <message>
        <source>The host key of %1 is not known</source>
        <translation>%1의 호스트 키를 알 수 없습니다</translation>
    </message>
    <message>
        <source>A private key is locked</source>
        <translation>개인 키가 잠겨 있습니다</translation>
    </message>
    <message>
        <source>%1 wants a password</source>
        <translation>%1에서 비밀번호를 요구합니다</translation>
    </message>
    <message>
        <source>%1 has a question</source>
        <translation>%1에서 묻습니다</translation>
    </message>
    <message>
        <source>That was not its passphrase.</source>
        <translation>암호문이 맞지 않습니다.</translation>
    </message>
    <message>
        <source>That was not the password.</source>
        <translation>비밀번호가 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The host did not accept that.</source>
        <translation>호스트가 받아들이지 않았습니다.</translation>
    </message>
    <message>
        <source>Without it %1 is not built.</source>
        <translation>이것이 없으면 %1을(를) 빌드하지 않습니다.</translation>
    </message>
    <message>
        <source>Value of the secret variable %1</source>
        <translation>비밀 변수 %1의 값</translation>
    </message>
    <message>
        <source>The Packer template of %1 needs a secret</source>
        <translation>%1의 Packer 템플릿에 비밀 값이 필요합니다</translation>
    </message>
</context>
<context>
    <name>ActivityText</name>
    <message>
        <source>Starting</source>
        <translation>시작하는 중</translation>
    </message>
    <message>
        <source>Cancelling · %1</source>
        <translation>취소하는 중 · %1</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>노드 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 drifted</source>
        <translation>드리프트 %1개</translation>
    </message>
    <message>
        <source>no differences</source>
        <translation>차이 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n not seen in full</source>
        <translation>
            <numerusform>일부를 확인하지 못한 노드 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Rolled back</source>
        <translation>롤백됨</translation>
    </message>
    <message>
        <source>Waiting for your answer</source>
        <translation>답을 기다리는 중</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n node(s) reborn</source>
        <translation>
            <numerusform>노드 %n개 중 %1개 다시 태어남</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BannerWords</name>
    <message>
        <source>%1 stopped</source>
        <translation>%1 멈춤</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translation>%1 완료</translation>
    </message>
    <message>
        <source>%1 was cancelled</source>
        <translation>%1 취소됨</translation>
    </message>
    <message>
        <source>next: %1</source>
        <translation>다음: %1</translation>
    </message>
    <message>
        <source>can still be rolled back</source>
        <translation>아직 롤백할 수 있음</translation>
    </message>
    <message>
        <source>past the point of no return</source>
        <translation>되돌릴 수 없는 지점을 지남</translation>
    </message>
    <message>
        <source>next is the point of no return</source>
        <translation>다음이 되돌릴 수 없는 지점</translation>
    </message>
    <message>
        <source>%1 failed of %2 requests</source>
        <translation>요청 %2건 중 %1건 실패</translation>
    </message>
    <message>
        <source>%1 was rolled back</source>
        <translation>%1 롤백됨</translation>
    </message>
    <message>
        <source>point of no return at %1</source>
        <translation>되돌릴 수 없는 지점 %1</translation>
    </message>
    <message>
        <source>paused since %1</source>
        <translation>%1부터 일시 정지</translation>
    </message>
    <message>
        <source>paused by %1 since %2</source>
        <translation>%1 님이 %2부터 일시 정지</translation>
    </message>
    <message>
        <source>stops where it stands</source>
        <translation>지금 상태에서 멈추는 중</translation>
    </message>
</context>
<context>
    <name>BuildingWording</name>
    <message>
        <source>is built already</source>
        <translation>이미 빌드되어 있습니다</translation>
    </message>
    <message>
        <source>was built in %1</source>
        <translation>%1 만에 빌드했습니다</translation>
    </message>
    <message>
        <source>not the image %1 its lock says: build it twice to see what differs</source>
        <translation>잠금 파일이 말하는 이미지 %1이(가) 아닙니다. 두 번 빌드하면 무엇이 다른지 볼 수 있습니다</translation>
    </message>
    <message>
        <source>came out as the same bytes twice</source>
        <translation>두 번 빌드한 결과가 바이트까지 같습니다</translation>
    </message>
    <message numerus="yes">
        <source>came out otherwise the second time: %n file(s) differ</source>
        <translation>
            <numerusform>두 번째 빌드 결과가 다릅니다. 파일 %n개가 다릅니다</numerusform>
        </translation>
    </message>
    <message>
        <source>served after %1</source>
        <translation>%1 만에 서비스를 시작했습니다</translation>
    </message>
    <message numerus="yes">
        <source>, %n test(s) passed</source>
        <translation>
            <numerusform>, 테스트 %n개 통과</numerusform>
        </translation>
    </message>
    <message>
        <source>not there</source>
        <translation>없음</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) came out as the same bytes twice</source>
        <translation>
            <numerusform>이미지 %n개가 두 번 다 같은 바이트로 만들어졌습니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n image(s) came out otherwise the second time</source>
        <translation>
            <numerusform>이미지 %n개 가운데 %1개가 두 번째에는 다르게 만들어졌습니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CallWords</name>
    <message>
        <source>%1: blue has not drained in time</source>
        <translation>%1: 블루를 제때 비우지 못했습니다</translation>
    </message>
    <message>
        <source>Sessions are still open on blue. Extend the drain, or decide.</source>
        <translation>블루에 아직 열린 세션이 있습니다. 비우기를 연장하거나 결정하십시오.</translation>
    </message>
    <message>
        <source>%1: a gate tripped</source>
        <translation>%1: 게이트에 걸렸습니다</translation>
    </message>
    <message>
        <source>%1: the traffic goes back to blue</source>
        <translation>%1: 트래픽이 블루로 돌아갑니다</translation>
    </message>
    <message>
        <source>%1 is still paused</source>
        <translation>%1 배포가 아직 일시 정지 상태입니다</translation>
    </message>
    <message>
        <source>It stands still until someone says continue. Both sides cost.</source>
        <translation>누군가 계속을 지시할 때까지 멈춰 있습니다. 양쪽 모두 비용이 듭니다.</translation>
    </message>
    <message>
        <source>%1: a deployment was left open</source>
        <translation>%1: 배포가 열린 채로 남아 있습니다</translation>
    </message>
</context>
<context>
    <name>CauseWording</name>
    <message numerus="yes">
        <source>%n package(s)</source>
        <translation>
            <numerusform>패키지 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>파일 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user(s)</source>
        <translation>
            <numerusform>사용자 %n명</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n user group(s)</source>
        <translation>
            <numerusform>사용자 그룹 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n listening socket(s)</source>
        <translation>
            <numerusform>수신 소켓 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s) of the operating system</source>
        <translation>
            <numerusform>운영 체제 항목 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fact(s) of the kernel</source>
        <translation>
            <numerusform>커널 항목 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>서비스 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sudo rule(s)</source>
        <translation>
            <numerusform>sudo 규칙 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n scheduled job(s)</source>
        <translation>
            <numerusform>예약 작업 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n kernel setting(s)</source>
        <translation>
            <numerusform>커널 설정 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mount(s)</source>
        <translation>
            <numerusform>마운트 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n certificate(s)</source>
        <translation>
            <numerusform>인증서 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runtime(s)</source>
        <translation>
            <numerusform>런타임 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n use(s) of deleted libraries</source>
        <translation>
            <numerusform>삭제된 라이브러리 사용 %n건</numerusform>
        </translation>
    </message>
    <message>
        <source>as many others</source>
        <translation>같은 수의 다른 노드</translation>
    </message>
    <message>
        <source>most others</source>
        <translation>다른 노드 대부분</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) missed the same update, it seems (%1)</source>
        <translation>
            <numerusform>노드 %n개가 같은 업데이트를 놓친 것으로 보임 (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) got the same update before the others, it seems (%1)</source>
        <translation>
            <numerusform>노드 %n개가 같은 업데이트를 먼저 받은 것으로 보임 (%1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) have %1 in an older version than %2</source>
        <translation>
            <numerusform>노드 %n개에서 %1의 버전이 %2보다 낮음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) have %1 in a newer version than %2</source>
        <translation>
            <numerusform>노드 %n개에서 %1의 버전이 %2보다 높음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) have %1 that are not on %2</source>
        <translation>
            <numerusform>노드 %n개에 %2에는 없는 %1가 있음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) lack %1 that are on %2</source>
        <translation>
            <numerusform>노드 %n개에 %2에는 있는 %1가 없음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) differ from %2 in the same %1</source>
        <translation>
            <numerusform>노드 %n개가 %2와(과) 같은 %1에서 다름</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChartWords</name>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>지연 시간</translation>
    </message>
    <message>
        <source>Open sessions on blue</source>
        <translation>블루의 열린 세션</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>per s</source>
        <translation>초당</translation>
    </message>
    <message>
        <source>%1 p95</source>
        <extracomment>p95 of our own probes, at the end of a thin line. %1 is B or G.</extracomment>
        <translation>%1 p95</translation>
    </message>
    <message>
        <source>B</source>
        <extracomment>Short for the blue side.</extracomment>
        <translation>B</translation>
    </message>
    <message>
        <source>G</source>
        <extracomment>Short for the green side.</extracomment>
        <translation>G</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, over %2: %3.</source>
        <translation>%1, %2 동안: %3.</translation>
    </message>
    <message>
        <source>now %1, lowest %2, highest %3</source>
        <translation>지금 %1, 최저 %2, 최고 %3</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>CliText</name>
    <message>
        <source>%1 answers at http://%2/</source>
        <translation>%1: http://%2/ 에서 응답합니다</translation>
    </message>
    <message>
        <source>“%1” has no option %2.</source>
        <translation>‘%1’에는 %2 옵션이 없습니다.</translation>
    </message>
    <message>
        <source>“%1” has no option %2; did you mean %3?</source>
        <translation>‘%1’에는 %2 옵션이 없습니다. 혹시 %3입니까?</translation>
    </message>
    <message>
        <source>%1 is given twice.</source>
        <translation>%1 옵션이 두 번 지정되었습니다.</translation>
    </message>
    <message>
        <source>%1 takes no value.</source>
        <translation>%1 옵션은 값을 받지 않습니다.</translation>
    </message>
    <message>
        <source>%1 needs a value: %2.</source>
        <translation>%1 옵션에는 값이 필요합니다: %2.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 인수가 빠졌습니다.</translation>
    </message>
    <message>
        <source>“%1” is one argument too many.</source>
        <translation>필요 없는 인수입니다: ‘%1’.</translation>
    </message>
    <message>
        <source>go on without asking</source>
        <translation>묻지 않고 진행합니다</translation>
    </message>
    <message>
        <source>use the bundled lab in place of FILE</source>
        <translation>FILE 대신 함께 제공되는 실습 환경을 씁니다</translation>
    </message>
    <message>
        <source>write JSON, and nothing else, to stdout</source>
        <translation>표준 출력에 JSON만 씁니다</translation>
    </message>
    <message>
        <source>build an image from its recipe, and the tiers below it when they changed</source>
        <translation>레시피로 이미지를 빌드합니다. 아래 계층이 바뀌었으면 함께 빌드합니다</translation>
    </message>
    <message>
        <source>build every tier again, changed or not</source>
        <translation>바뀌지 않았어도 모든 계층을 다시 빌드합니다</translation>
    </message>
    <message>
        <source>the file cannot be read</source>
        <translation>파일을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>%1 and its recipes are in order.</source>
        <translation>%1 파일과 그 레시피에 문제가 없습니다.</translation>
    </message>
    <message>
        <source>read the blueprint and its recipes, and list every error at its place</source>
        <translation>블루프린트와 레시피를 읽고 모든 오류를 그 위치와 함께 보여 줍니다</translation>
    </message>
    <message>
        <source>There is no verb “%1”.</source>
        <translation>‘%1’ 명령은 없습니다.</translation>
    </message>
    <message>
        <source>There is no verb “%1”; did you mean “%2”?</source>
        <translation>‘%1’ 명령은 없습니다. 혹시 ‘%2’입니까?</translation>
    </message>
    <message>
        <source>snowmelt: %1 There is no terminal to ask on.</source>
        <translation>snowmelt: %1 물어볼 터미널이 없습니다.</translation>
    </message>
    <message>
        <source>Say --yes to go on without being asked.</source>
        <translation>묻지 않고 진행하려면 --yes를 붙이십시오.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>Type “%1” to go on: </source>
        <translation>진행하려면 ‘%1’라고 입력하십시오: </translation>
    </message>
    <message>
        <source>the image the group shall run</source>
        <translation>그룹이 실행할 이미지</translation>
    </message>
    <message>
        <source>how: new nodes beside the old ones (the only way so far)</source>
        <translation>방식: 이전 노드 옆에 새 노드를 둡니다(지금은 이 방식뿐입니다)</translation>
    </message>
    <message>
        <source>watch the new nodes this long before the old ones go; a rollback is at once meanwhile</source>
        <translation>이전 노드를 없애기 전에 새 노드를 이 시간만큼 지켜봅니다. 그동안은 즉시 롤백할 수 있습니다</translation>
    </message>
    <message>
        <source>There is no strategy “%1”; expected %2.</source>
        <translation>‘%1’ 전략은 없습니다. %2 전략을 쓰십시오.</translation>
    </message>
    <message>
        <source>This removes all nodes of the fleet %1, and its volumes with the data on them.</source>
        <translation>플릿 %1의 모든 노드와, 데이터가 든 볼륨까지 제거합니다.</translation>
    </message>
    <message>
        <source>This removes all nodes of the fleet %1. Its volumes are kept.</source>
        <translation>플릿 %1의 모든 노드를 제거합니다. 볼륨은 남깁니다.</translation>
    </message>
    <message>
        <source>remove the nodes and the network of the fleet; volumes are kept</source>
        <translation>플릿의 노드와 네트워크를 제거합니다. 볼륨은 남깁니다</translation>
    </message>
    <message>
        <source>remove the volumes and their data too</source>
        <translation>볼륨과 그 데이터도 제거합니다</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 파일을 썼습니다.</translation>
    </message>
    <message>
        <source>on a dark ground</source>
        <translation>어두운 바탕에 그립니다</translation>
    </message>
    <message>
        <source>done; no differences</source>
        <translation>완료, 차이 없음</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>differences found</source>
        <translation>차이 발견</translation>
    </message>
    <message>
        <source>incomplete: something could not be seen</source>
        <translation>불완전: 볼 수 없는 것이 있음</translation>
    </message>
    <message>
        <source>called wrongly</source>
        <translation>잘못된 호출</translation>
    </message>
    <message>
        <source>the blueprint has errors</source>
        <translation>블루프린트에 오류가 있음</translation>
    </message>
    <message>
        <source>someone else holds the lease</source>
        <translation>다른 사람이 리스를 쥐고 있음</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Snowmelt shows a fleet, finds the snowflakes, builds images and swaps the traffic.</source>
        <translation>Snowmelt는 플릿을 보여 주고, 눈송이 서버를 찾고, 이미지를 빌드하고, 트래픽을 교체합니다.</translation>
    </message>
    <message>
        <source>open the window</source>
        <translation>창을 엽니다</translation>
    </message>
    <message>
        <source>do one thing with the blueprint FILE</source>
        <translation>블루프린트 FILE로 한 가지 일을 합니다</translation>
    </message>
    <message>
        <source>say how a verb is called</source>
        <translation>명령의 사용법을 보여 줍니다</translation>
    </message>
    <message>
        <source>say which version this is</source>
        <translation>버전을 보여 줍니다</translation>
    </message>
    <message>
        <source>Exit status</source>
        <translation>종료 상태</translation>
    </message>
    <message>
        <source>no end recorded</source>
        <translation>끝난 기록 없음</translation>
    </message>
    <message>
        <source>Nothing has been done with this fleet yet.</source>
        <translation>이 플릿으로 한 일이 아직 없습니다.</translation>
    </message>
    <message>
        <source>STARTED</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>WHAT</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>BY</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>TOOK</source>
        <translation>걸린 시간</translation>
    </message>
    <message>
        <source>OUTCOME</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>list what was done with this fleet, newest first</source>
        <translation>이 플릿으로 한 일을 최근 것부터 보여 줍니다</translation>
    </message>
    <message>
        <source>at most this many (50)</source>
        <translation>최대 개수(50)</translation>
    </message>
    <message>
        <source>not built</source>
        <translation>빌드 전</translation>
    </message>
    <message>
        <source>built</source>
        <translation>빌드됨</translation>
    </message>
    <message>
        <source>IMAGE</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>TIER</source>
        <translation>계층</translation>
    </message>
    <message>
        <source>STATE</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>SIZE</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>PACKAGES</source>
        <translation>패키지</translation>
    </message>
    <message>
        <source>NODES</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>BUILT</source>
        <translation>빌드 시각</translation>
    </message>
    <message>
        <source>DIGEST</source>
        <translation>다이제스트</translation>
    </message>
    <message>
        <source>list the images of the blueprint, built or not</source>
        <translation>블루프린트의 이미지를 빌드 여부와 함께 보여 줍니다</translation>
    </message>
    <message>
        <source>the recipe of %1, “%2”, cannot be read</source>
        <translation>%1의 레시피 파일 ‘%2’: 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>Cancelling, and cleaning up before the end.</source>
        <translation>취소하는 중입니다. 정리를 마친 뒤 끝냅니다.</translation>
    </message>
    <message>
        <source>say what a swap would do, step by step, without doing it</source>
        <translation>교체가 할 일을 실행하지 않고 단계별로 보여 줍니다</translation>
    </message>
    <message>
        <source>could not see </source>
        <translation>볼 수 없음: </translation>
    </message>
    <message>
        <source>as born</source>
        <translation>태어난 그대로</translation>
    </message>
    <message>
        <source>point of no return</source>
        <translation>되돌릴 수 없는 지점</translation>
    </message>
    <message>
        <source>several images</source>
        <translation>여러 이미지</translation>
    </message>
    <message>
        <source>PART</source>
        <translation>구성 요소</translation>
    </message>
    <message>
        <source>HEALTH</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>SIDE</source>
        <translation>편</translation>
    </message>
    <message>
        <source>TRAFFIC</source>
        <translation>트래픽</translation>
    </message>
    <message>
        <source>SESSIONS</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>DRIFT</source>
        <translation>드리프트</translation>
    </message>
    <message>
        <source>ABOUT</source>
        <translation>설명</translation>
    </message>
    <message>
        <source>%1 runs %2, the blueprint says %3.</source>
        <translation>%1 그룹은 %2 이미지를 실행하는데 블루프린트에는 %3입니다.</translation>
    </message>
    <message>
        <source>The fleet is not up. “snowmelt up” creates it.</source>
        <translation>플릿이 떠 있지 않습니다. ‘snowmelt up’으로 만듭니다.</translation>
    </message>
    <message>
        <source>Could not see: </source>
        <translation>볼 수 없음: </translation>
    </message>
    <message>
        <source>This puts a fresh node of the same image in the place of %1 and removes %1 with all that was changed on it.</source>
        <translation>%1 자리에 같은 이미지의 새 노드를 두고, %1 노드는 그 위의 변경 사항과 함께 제거합니다.</translation>
    </message>
    <message>
        <source>This gives the traffic of %1 back to the old nodes and removes the new ones.</source>
        <translation>%1의 트래픽을 이전 노드로 돌려주고 새 노드를 제거합니다.</translation>
    </message>
    <message>
        <source>only this node; several with commas</source>
        <translation>이 노드만 봅니다. 여럿은 쉼표로 구분합니다</translation>
    </message>
    <message>
        <source>show what runs, and where it is not what the blueprint says</source>
        <translation>실행 중인 것과, 블루프린트와 다른 점을 보여 줍니다</translation>
    </message>
    <message>
        <source>This creates new nodes of %1 from %2, moves all traffic to them and removes the old ones.</source>
        <translation>%1의 새 노드를 %2에서 만들고, 모든 트래픽을 옮긴 다음 이전 노드를 제거합니다.</translation>
    </message>
    <message>
        <source>move a group to another image: new nodes, then the traffic, then the old ones go</source>
        <translation>그룹을 다른 이미지로 옮깁니다. 새 노드를 만들고, 트래픽을 옮기고, 이전 노드를 없앱니다</translation>
    </message>
    <message>
        <source>write the new version into the blueprint when it is done</source>
        <translation>끝나면 새 버전을 블루프린트에 씁니다</translation>
    </message>
    <message>
        <source>safe</source>
        <translation>안전</translation>
    </message>
    <message>
        <source>next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>“%1” says how it is called.</source>
        <translation>‘%1’에서 사용법을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>create what is missing and wait until it is healthy</source>
        <translation>없는 것을 만들고 정상이 될 때까지 기다립니다</translation>
    </message>
    <message>
        <source>“%1” is not an image; expected IMAGE@VERSION.</source>
        <translation>‘%1’ 값은 이미지가 아닙니다. IMAGE@VERSION 형식이어야 합니다.</translation>
    </message>
    <message>
        <source>%1 is “%2”; expected a whole number from %3 to %4.</source>
        <translation>%1 옵션의 값이 ‘%2’입니다. %3에서 %4 사이의 정수여야 합니다.</translation>
    </message>
    <message>
        <source>could not see it: </source>
        <translation>볼 수 없음: </translation>
    </message>
    <message numerus="yes">
        <source>On %n node(s), %1:</source>
        <translation>
            <numerusform>노드 %n개에서 %1:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 entries</source>
        <translation>
            <numerusform>%1건</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>규칙 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 left out by %2</source>
        <translation>%2로 %1 제외</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n node(s), the blueprint says %2.</source>
        <translation>
            <numerusform>%1의 노드는 %n개인데 블루프린트에는 %2개입니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>stop the running deployment of a group where it stands; “resume” decides what next</source>
        <translation>그룹의 진행 중인 배포를 지금 상태에서 멈춥니다. 다음 일은 ‘resume’으로 정합니다</translation>
    </message>
    <message>
        <source>“%1” is open.</source>
        <translation>‘%1’ 작업이 열려 있습니다.</translation>
    </message>
    <message>
        <source>“%1” also accepts these warnings: %2.</source>
        <translation>‘%1’라고 답하면 다음 주의 사항도 감수합니다: %2.</translation>
    </message>
    <message>
        <source>take the lease from whoever holds it; they are told the reason, and the journal keeps it</source>
        <translation>리스를 쥔 사람에게서 넘겨받습니다. 이유는 그 사람에게 전해지고 저널에 남습니다</translation>
    </message>
    <message>
        <source>let a paused deployment go on</source>
        <translation>일시 정지한 배포를 계속합니다</translation>
    </message>
    <message>
        <source>%1 holds the lease.</source>
        <translation>리스를 쥔 사람: %1</translation>
    </message>
    <message>
        <source>%1 took the lease over from %2: %3</source>
        <translation>%1 님이 %2에게서 리스를 넘겨받음: %3</translation>
    </message>
    <message>
        <source>Paused at %1; “continue %2” goes on.</source>
        <translation>일시 정지한 곳: %1. ‘continue %2’로 계속합니다.</translation>
    </message>
    <message>
        <source>Goes on with %1</source>
        <translation>계속: %1</translation>
    </message>
    <message>
        <source>(blue %1, green %2)</source>
        <translation>(블루 %1, 그린 %2)</translation>
    </message>
    <message>
        <source>Requests %1%2, failed %3</source>
        <translation>요청 %1%2, 실패 %3</translation>
    </message>
    <message>
        <source>own probes %1, failed %2</source>
        <translation>자체 확인 요청 %1, 실패 %2</translation>
    </message>
    <message>
        <source>Accepted: %1</source>
        <translation>감수함: %1</translation>
    </message>
    <message>
        <source>give the open sessions on the old nodes of a running deployment more time</source>
        <translation>진행 중인 배포에서 이전 노드의 열린 세션에 시간을 더 줍니다</translation>
    </message>
    <message>
        <source>so much longer, such as 90, 90s or 5m</source>
        <translation>더 줄 시간. 90, 90s, 5m처럼 씁니다</translation>
    </message>
    <message>
        <source>ID</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>what was recorded of this operation; the beginning of its id is enough</source>
        <translation>이 작업의 기록을 보여 줍니다. ID의 앞부분만 써도 됩니다</translation>
    </message>
    <message>
        <source>Several ids begin with “%1”: %2. Say more of the one you mean.</source>
        <translation>‘%1’로 시작하는 ID가 여럿입니다: %2. 원하는 ID를 더 길게 쓰십시오.</translation>
    </message>
    <message>
        <source>node</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>볼륨</translation>
    </message>
    <message>
        <source>network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>There are no orphans: something refers to all that Snowmelt made for this fleet.</source>
        <translation>고아 항목이 없습니다. Snowmelt가 이 플릿을 위해 만든 것은 모두 쓰이고 있습니다.</translation>
    </message>
    <message>
        <source>NAME</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>MADE</source>
        <translation>만든 때</translation>
    </message>
    <message>
        <source>DEPLOYMENT</source>
        <translation>배포</translation>
    </message>
    <message>
        <source>WHY</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>This removes %1 for good, with all that is on them.</source>
        <translation>다음을 그 안의 모든 것과 함께 영구히 제거합니다: %1.</translation>
    </message>
    <message>
        <source>This removes orphans for good.</source>
        <translation>고아 항목을 영구히 제거합니다.</translation>
    </message>
    <message>
        <source>%1 and %2 exclude each other.</source>
        <translation>%1 옵션과 %2 옵션은 함께 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>list what Snowmelt made for this fleet and nothing refers to, and remove it</source>
        <translation>Snowmelt가 이 플릿을 위해 만들었지만 아무 데서도 쓰지 않는 것을 보여 주고 제거합니다</translation>
    </message>
    <message>
        <source>remove these</source>
        <translation>이것들을 제거합니다</translation>
    </message>
    <message>
        <source>remove all that are listed</source>
        <translation>보여 준 것을 모두 제거합니다</translation>
    </message>
    <message>
        <source>let the running deployment of a group finish its act, then stand still</source>
        <translation>그룹의 진행 중인 배포를 하던 동작까지 마치고 멈춰 둡니다</translation>
    </message>
    <message>
        <source>Warnings to be accepted: %1</source>
        <translation>감수해야 할 주의 사항: %1</translation>
    </message>
    <message>
        <source>no step was begun</source>
        <translation>시작한 단계 없음</translation>
    </message>
    <message>
        <source>step %1 of %2, “%3”</source>
        <translation>%2단계 중 %1단계 ‘%3’</translation>
    </message>
    <message>
        <source>%1; it was on its way back to blue</source>
        <translation>%1, 블루로 돌아가는 중이었음</translation>
    </message>
    <message>
        <source>its process died</source>
        <translation>프로세스가 죽었음</translation>
    </message>
    <message>
        <source>it was stopped where it stood</source>
        <translation>그 자리에서 멈춤</translation>
    </message>
    <message>
        <source>closed. %1</source>
        <translation>막힘. %1</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>stands</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>nodes %1, serving %2</source>
        <translation>노드 %1, 서비스 중 %2</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>약 %1</translation>
    </message>
    <message>
        <source>as after step %1</source>
        <translation>%1단계 뒤와 같음</translation>
    </message>
    <message>
        <source>Takes about %1.</source>
        <translation>약 %1 걸립니다.</translation>
    </message>
    <message>
        <source>Both sides at once cost about %1 more.</source>
        <translation>양쪽을 함께 두는 데 약 %1 더 듭니다.</translation>
    </message>
    <message>
        <source>“%1”, which this Snowmelt cannot read</source>
        <translation>이 Snowmelt가 읽을 수 없는 ‘%1’</translation>
    </message>
    <message>
        <source>tell what a deployment did, by whom and when, as a page</source>
        <translation>배포가 무엇을 했는지, 누가 언제 했는지를 한 장으로 보여 줍니다</translation>
    </message>
    <message>
        <source>this one, not the latest; the beginning of its id is enough</source>
        <translation>가장 최근 것이 아니라 이 배포. ID의 앞부분만 써도 됩니다</translation>
    </message>
    <message>
        <source>as Markdown</source>
        <translation>Markdown으로 씁니다</translation>
    </message>
    <message>
        <source>failed at most %1 %</source>
        <translation>실패 최대 %1 %</translation>
    </message>
    <message>
        <source>p95 at most %1 times blue’s</source>
        <translation>p95 최대 블루의 %1배</translation>
    </message>
    <message>
        <source>health alone</source>
        <translation>헬스 체크만</translation>
    </message>
    <message>
        <source>taken over from %1: %2</source>
        <translation>%1에게서 넘겨받음: %2</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>By</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>From</source>
        <translation>이전 이미지</translation>
    </message>
    <message>
        <source>To</source>
        <translation>새 이미지</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>블루</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>그린</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>게이트</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>감수한 주의</translation>
    </message>
    <message>
        <source>Lease</source>
        <translation>리스</translation>
    </message>
    <message>
        <source>Went back</source>
        <translation>되돌아감</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>전환</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>STEP</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>END</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>BEGUN</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Commands, and what was seen after them</source>
        <translation>명령과 그 뒤에 본 것</translation>
    </message>
    <message>
        <source>What people told it</source>
        <translation>사람이 지시한 것</translation>
    </message>
    <message>
        <source>WHEN</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>WHY NOT</source>
        <translation>거부된 이유</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>트래픽</translation>
    </message>
    <message>
        <source>REQUESTS</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>FAILED</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>MEAN</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>OWN PROBES</source>
        <translation>자체 확인 요청</translation>
    </message>
    <message>
        <source>P50</source>
        <translation>P50</translation>
    </message>
    <message>
        <source>P95</source>
        <translation>P95</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>블루</translation>
    </message>
    <message>
        <source>green</source>
        <translation>그린</translation>
    </message>
    <message>
        <source>Requests and failures are the balancer’s count. It cannot see clients that never reached it, nor answers that are wrong but have status 200.</source>
        <translation>요청과 실패는 밸런서가 센 수입니다. 밸런서에 닿지 못한 클라이언트와, 상태는 200이지만 내용이 틀린 응답은 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>No deployment is open.</source>
        <translation>열린 배포가 없습니다.</translation>
    </message>
    <message>
        <source>Several deployments are open (%1): say which with --group.</source>
        <translation>열린 배포가 여럿입니다(%1). --group으로 고르십시오.</translation>
    </message>
    <message>
        <source>This brings an open deployment to an end.</source>
        <translation>열린 배포를 끝맺습니다.</translation>
    </message>
    <message>
        <source>show the deployments nobody works on, and bring one to an end</source>
        <translation>아무도 맡지 않은 배포를 보여 주고, 하나를 끝맺습니다</translation>
    </message>
    <message>
        <source>the open deployment of this group</source>
        <translation>이 그룹의 열린 배포</translation>
    </message>
    <message>
        <source>go on with its plan where it stands</source>
        <translation>멈춘 곳에서 계획을 계속합니다</translation>
    </message>
    <message>
        <source>give the traffic back to blue and remove green</source>
        <translation>트래픽을 블루로 돌려주고 그린을 제거합니다</translation>
    </message>
    <message>
        <source>what runs is right as it is: forget the plan</source>
        <translation>지금 실행 중인 상태가 맞으므로 계획을 버립니다</translation>
    </message>
    <message>
        <source>say where the gates stand even when all pass</source>
        <translation>모두 통과해도 게이트 상태를 알립니다</translation>
    </message>
    <message>
        <source>give the traffic of a running deployment back to the old nodes</source>
        <translation>진행 중인 배포의 트래픽을 이전 노드로 돌려줍니다</translation>
    </message>
    <message>
        <source>“%1” is no check; expected a PATH from “/”, or PATH=TEXT.</source>
        <translation>‘%1’ 값은 점검이 아닙니다. ‘/’로 시작하는 PATH 또는 PATH=TEXT여야 합니다.</translation>
    </message>
    <message>
        <source>how long open sessions may last on the old nodes (120)</source>
        <translation>이전 노드의 열린 세션을 기다리는 시간(120)</translation>
    </message>
    <message>
        <source>how long new nodes may take until they are healthy (60)</source>
        <translation>새 노드가 정상이 될 때까지 기다리는 시간(60)</translation>
    </message>
    <message>
        <source>go back by itself when more of the new nodes’ requests fail (1)</source>
        <translation>새 노드의 요청이 이보다 많이 실패하면 스스로 되돌립니다(1)</translation>
    </message>
    <message>
        <source>go back by itself when the new nodes’ p95 is so many times the old one (off)</source>
        <translation>새 노드의 p95가 이전 노드의 이 배수를 넘으면 스스로 되돌립니다(off)</translation>
    </message>
    <message>
        <source>every new node must answer this path with 200, and with TEXT in the answer</source>
        <translation>모든 새 노드가 이 경로에 200으로, TEXT가 든 내용으로 응답해야 합니다</translation>
    </message>
    <message>
        <source>keep new nodes that failed before the switch, for a look</source>
        <translation>전환 전에 실패한 새 노드를 살펴볼 수 있게 남깁니다</translation>
    </message>
    <message>
        <source>accept these warnings of the plan; any other one stops before the start</source>
        <translation>계획의 이 주의 사항을 감수합니다. 다른 주의 사항이 있으면 시작하지 않습니다</translation>
    </message>
    <message>
        <source>show the commands of the plan, and where the gates stand even when all pass</source>
        <translation>계획의 명령을 보여 주고, 모두 통과해도 게이트 상태를 알립니다</translation>
    </message>
    <message>
        <source>%1 is “%2”; expected seconds from %3 to %4, or a time like 90s or 5m.</source>
        <translation>%1 옵션의 값이 ‘%2’입니다. %3에서 %4 사이의 초, 또는 90s, 5m 같은 시간이어야 합니다.</translation>
    </message>
    <message>
        <source>%1 is “%2”; expected a number from %3 to %4, or off.</source>
        <translation>%1 옵션의 값이 ‘%2’입니다. %3에서 %4 사이의 수 또는 off여야 합니다.</translation>
    </message>
    <message>
        <source>image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>addresses</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>%1 is “%2”; expected %3.</source>
        <translation>%1이(가) “%2”입니다. 필요한 값: %3.</translation>
    </message>
    <message>
        <source>What “%1” ends in is no format; name one with --format: %2.</source>
        <translation>“%1”의 확장자는 형식이 아닙니다. --format으로 지정하십시오: %2.</translation>
    </message>
    <message>
        <source>A report is pdf or markdown, not %1.</source>
        <translation>보고서는 pdf 또는 markdown이며 %1이(가) 아닙니다.</translation>
    </message>
    <message>
        <source>draw the fleet into a file, or write its review</source>
        <translation>플릿을 파일에 그리거나 검토서를 씁니다</translation>
    </message>
    <message>
        <source>what runs now, not the blueprint alone</source>
        <translation>블루프린트만이 아니라 지금 실행 중인 것</translation>
    </message>
    <message>
        <source>the review: diagram, what runs where, versions, drift, risks, cost</source>
        <translation>검토서: 다이어그램, 실행 위치, 버전, 드리프트, 위험, 비용</translation>
    </message>
    <message>
        <source>of the file: en or ko</source>
        <translation>파일의 언어: en 또는 ko</translation>
    </message>
    <message>
        <source>of a PNG</source>
        <translation>PNG의 배율</translation>
    </message>
    <message>
        <source>of a PDF: fit, a4, a3, letter; with -landscape or -portrait behind it</source>
        <translation>PDF의 쪽: fit, a4, a3, letter, 뒤에 -landscape 또는 -portrait</translation>
    </message>
    <message>
        <source>printed and stamped instead of now: the same input gives the same bytes</source>
        <translation>지금 대신 표시하고 기록할 날짜. 같은 입력은 같은 바이트가 됩니다</translation>
    </message>
    <message>
        <source>The places in %1 cannot be read (%2). The diagram is laid out afresh.</source>
        <translation>%1의 위치를 읽을 수 없습니다(%2). 다이어그램을 새로 배치합니다.</translation>
    </message>
    <message>
        <source>CPU</source>
        <translation>CPU</translation>
    </message>
    <message>
        <source>MEMORY</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>what processor and memory each node uses, too</source>
        <translation>각 노드가 쓰는 프로세서와 메모리도 표시</translation>
    </message>
    <message>
        <source>Edited by hand while it ran</source>
        <translation>실행 중에 손으로 편집된 것</translation>
    </message>
    <message>
        <source>NOTICED</source>
        <translation>발견 시각</translation>
    </message>
    <message>
        <source>It is drawn at %1× instead of %2×: a picture has 48 million pixels at most.</source>
        <translation>%2배 대신 %1배로 그렸습니다. 그림은 최대 4,800만 픽셀입니다.</translation>
    </message>
    <message>
        <source>%1 is for png, not for %2.</source>
        <translation>%1 옵션은 png에만 쓰며 %2에는 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 is for pdf, not for %2.</source>
        <translation>%1 옵션은 pdf에만 쓰며 %2에는 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 is for svg, pdf and png, not for %2.</source>
        <translation>%1 옵션은 svg, pdf, png에만 쓰며 %2에는 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>--json and the file cannot both go to stdout.</source>
        <translation>--json 출력과 파일을 함께 표준 출력으로 보낼 수 없습니다.</translation>
    </message>
    <message>
        <source>%1 is the blueprint, or what the window keeps beside it. Name another file.</source>
        <translation>%1 파일은 블루프린트이거나 창이 그 옆에 보관하는 파일입니다. 다른 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>the file to write, or - for stdout; what its name ends in says the format</source>
        <translation>쓸 파일, 또는 표준 출력은 -. 이름의 끝이 형식을 정합니다</translation>
    </message>
    <message>
        <source>of a picture: health, drift or image</source>
        <translation>그림에 표시할 것: health, drift, image</translation>
    </message>
    <message>
        <source>Either nodes are named, or %1; not both.</source>
        <translation>노드 이름과 %1 가운데 하나만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Two nodes at least, or %1, must be named.</source>
        <translation>노드를 둘 이상 적거나 %1 옵션을 써야 합니다.</translation>
    </message>
    <message>
        <source>A node is named twice.</source>
        <translation>같은 노드가 두 번 적혀 있습니다.</translation>
    </message>
    <message>
        <source>“%1” is the baseline, but not one of the nodes.</source>
        <translation>기준인 “%1”이(가) 비교할 노드에 없습니다.</translation>
    </message>
    <message>
        <source>compare nodes that should be alike with each other, and list what is not the same</source>
        <translation>같아야 할 노드들을 서로 비교해 다른 점을 나열</translation>
    </message>
    <message>
        <source>all nodes of this group, in place of NODEs</source>
        <translation>NODE 대신 이 그룹의 모든 노드</translation>
    </message>
    <message>
        <source>compare all others with this one, not with what most of them have</source>
        <translation>다수가 아니라 이 노드를 기준으로 나머지를 비교</translation>
    </message>
    <message numerus="yes">
        <source>%1… (%n character(s))</source>
        <translation>
            <numerusform>%1… (%n자)</numerusform>
        </translation>
    </message>
    <message>
        <source>absent</source>
        <translation>없음</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>노드 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>not seen on %1</source>
        <translation>%1: 볼 수 없었음</translation>
    </message>
    <message>
        <source>Hidden by rules of the blueprint</source>
        <translation>블루프린트의 규칙으로 숨긴 것</translation>
    </message>
    <message>
        <source>compared with what most of them have</source>
        <translation>다수의 상태와 비교</translation>
    </message>
    <message>
        <source>compared with %1</source>
        <translation>%1와(과) 비교</translation>
    </message>
    <message>
        <source>all the same</source>
        <translation>모두 같음</translation>
    </message>
    <message>
        <source>no difference in what could be seen</source>
        <translation>볼 수 있었던 것에는 차이 없음</translation>
    </message>
    <message>
        <source>seen %1, %2</source>
        <translation>확인: %1, %2</translation>
    </message>
    <message>
        <source>What it may come from, inferred from which nodes differ how:</source>
        <translation>어느 노드가 어떻게 다른지로 미루어 본 원인:</translation>
    </message>
    <message>
        <source>(no majority)</source>
        <translation>(다수 없음)</translation>
    </message>
    <message>
        <source>%1 hidden by %2 of the blueprint</source>
        <translation>블루프린트의 %2로 %1 숨김</translation>
    </message>
    <message>
        <source>list what is hidden and what is left out below each node, too</source>
        <translation>각 노드 아래에 숨긴 것과 제외한 것도 나열합니다</translation>
    </message>
    <message>
        <source>hidden by %1</source>
        <translation>숨긴 규칙: %1</translation>
    </message>
    <message>
        <source>changed %1, by the clock of %2</source>
        <translation>%2의 시계로 %1에 바뀜</translation>
    </message>
    <message>
        <source>nothing to compare with</source>
        <translation>비교할 대상이 없음</translation>
    </message>
    <message>
        <source>Connect? Type “yes”, “no” or the fingerprint:</source>
        <translation>연결할까요? “예”, “아니요” 또는 지문을 입력하십시오:</translation>
    </message>
    <message>
        <source>Keep it in the keyring once it has worked? [y/N]</source>
        <translation>맞으면 키링에 보관할까요? [y/N]</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>That is not the fingerprint it showed.</source>
        <translation>호스트가 보여 준 지문이 아닙니다.</translation>
    </message>
    <message>
        <source>y</source>
        <translation>y</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) reborn. Next: </source>
        <translation>
            <numerusform>노드 %n개가 다시 태어났습니다. 다음: </numerusform>
        </translation>
    </message>
    <message>
        <source>No node differs from its image. Nothing was touched.</source>
        <translation>이미지와 다른 노드가 없습니다. 아무것도 건드리지 않았습니다.</translation>
    </message>
    <message>
        <source>No node was seen to differ from its image, and not all could be seen. Nothing was touched.</source>
        <translation>이미지와 다른 노드는 보이지 않았지만 모두 볼 수는 없었습니다. 아무것도 건드리지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 could not be scanned, and is left as it is: %2</source>
        <translation>%1을(를) 스캔할 수 없어 그대로 둡니다: %2</translation>
    </message>
    <message>
        <source>Nodes of %1 differ. One group is reborn at a time: name it with --group.</source>
        <translation>%1의 노드가 다릅니다. 한 번에 한 그룹만 다시 태어나게 합니다. --group으로 정해 주십시오.</translation>
    </message>
    <message>
        <source>list what is hidden, too</source>
        <translation>숨긴 것도 나열합니다</translation>
    </message>
    <message>
        <source>list what scans found over time: since when it differs, and what likely caused it</source>
        <translation>스캔이 시간에 따라 발견한 것을 나열합니다: 언제부터 다른지, 무엇이 원인으로 보이는지</translation>
    </message>
    <message>
        <source>only nodes of this group</source>
        <translation>이 그룹의 노드만</translation>
    </message>
    <message>
        <source>also what is not there any more</source>
        <translation>더 이상 없는 것도</translation>
    </message>
    <message>
        <source>hidden on %1</source>
        <translation>%1에서는 숨김</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> 외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>as it was then</source>
        <translation>그때와 같음</translation>
    </message>
    <message>
        <source>No scan found a difference that is still there.</source>
        <translation>아직 남아 있는 차이를 발견한 스캔이 없습니다.</translation>
    </message>
    <message>
        <source>DIFFERENCE</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>KIND</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>NODE</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>SINCE</source>
        <translation>언제부터</translation>
    </message>
    <message>
        <source>LAST SEEN</source>
        <translation>마지막 확인</translation>
    </message>
    <message>
        <source>GONE</source>
        <translation>사라짐</translation>
    </message>
    <message>
        <source>LIKELY CAUSE</source>
        <translation>추정 원인</translation>
    </message>
    <message>
        <source>GROUP</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>DAY</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>DIFFERENCES</source>
        <translation>차이 수</translation>
    </message>
    <message>
        <source>NODES DIFFERING</source>
        <translation>다른 노드</translation>
    </message>
    <message>
        <source>HIDDEN</source>
        <translation>숨김</translation>
    </message>
    <message>
        <source>NOT ALL SEEN</source>
        <translation>다 보지 못함</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1개</translation>
    </message>
    <message>
        <source>No scan has been kept yet. Scan, and scan again later.</source>
        <translation>아직 보관된 스캔이 없습니다. 스캔하고, 나중에 다시 스캔하십시오.</translation>
    </message>
    <message>
        <source>Then, in the same way: </source>
        <translation>그다음 같은 방식으로: </translation>
    </message>
    <message>
        <source>A node at least, or %1, must be named.</source>
        <translation>노드를 하나 이상 적거나 %1을(를) 주어야 합니다.</translation>
    </message>
    <message>
        <source>%1 goes with %2.</source>
        <translation>%1은(는) %2와(과) 함께 씁니다.</translation>
    </message>
    <message numerus="yes">
        <source>This puts fresh nodes of the same image in the place of %1, %n at a time at most, and removes them with all that was changed on them. The first that does not end well is the last.</source>
        <translation>
            <numerusform>%1을(를) 같은 이미지의 새 노드로 한 번에 최대 %n개씩 바꾸고, 이전 노드는 거기서 바뀐 것과 함께 지웁니다. 하나라도 잘 끝나지 않으면 거기서 멈춥니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>replace nodes of a group by fresh ones of the same image, one after the other</source>
        <translation>그룹의 노드를 같은 이미지의 새 노드로 하나씩 바꿉니다</translation>
    </message>
    <message>
        <source>scan first, and take those that differ from their image</source>
        <translation>먼저 스캔하고, 이미지와 다른 노드를 고릅니다</translation>
    </message>
    <message>
        <source>with --drifted: of this group only</source>
        <translation>--drifted와 함께: 이 그룹에서만</translation>
    </message>
    <message>
        <source>so many at the same time at most; 1 unless told</source>
        <translation>동시에 최대 이만큼; 말하지 않으면 1</translation>
    </message>
    <message>
        <source>so many nodes that are not being replaced take traffic at any time, or it does not begin</source>
        <translation>바뀌지 않는 노드가 언제나 이만큼 트래픽을 받아야 하며, 그렇지 않으면 시작하지 않습니다</translation>
    </message>
    <message>
        <source>Either %1 or %2, not both.</source>
        <translation>%1 또는 %2 중 하나만 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>compare with the last look before then: 2026-11-01, or 1d, 12h ago</source>
        <translation>그때 이전의 마지막 관찰과 비교합니다: 2026-11-01, 또는 1d, 12h 전</translation>
    </message>
    <message>
        <source>take what is there now for the baseline of nodes without a birth image</source>
        <translation>탄생 이미지가 없는 노드의 기준을 지금 상태로 삼습니다</translation>
    </message>
    <message>
        <source>read every file again, not only what changed since the last look</source>
        <translation>마지막으로 살펴본 뒤 바뀐 파일만이 아니라 모든 파일을 다시 읽습니다</translation>
    </message>
    <message>
        <source>No answer is needed any more.</source>
        <translation>이제 답하지 않아도 됩니다.</translation>
    </message>
    <message>
        <source>%1 is “%2”; expected a time that is over: 2026-11-01, 2026-11-01T14:00, or 30m, 12h, 1d, 2w ago.</source>
        <translation>%1 값이 “%2”입니다. 지나간 시각이어야 합니다: 2026-11-01, 2026-11-01T14:00, 또는 30m, 12h, 1d, 2w 전.</translation>
    </message>
    <message>
        <source>look at the fleet until interrupted, and say what changes</source>
        <translation>멈출 때까지 플릿을 지켜보고 바뀌는 것을 알립니다</translation>
    </message>
    <message>
        <source>scan each node this often, too: 90s, 15m, 1h; 10 seconds at least</source>
        <translation>각 노드를 이 간격으로 스캔도 합니다: 90s, 15m, 1h, 최소 10초</translation>
    </message>
    <message>
        <source>no differences</source>
        <translation>차이 없음</translation>
    </message>
    <message>
        <source>something could not be seen</source>
        <translation>볼 수 없는 것이 있음</translation>
    </message>
    <message>
        <source>is seen again</source>
        <translation>다시 보입니다</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) are watched</source>
        <translation>
            <numerusform>노드 %n개를 지켜봅니다</numerusform>
        </translation>
    </message>
    <message>
        <source>is gone</source>
        <translation>없어졌습니다</translation>
    </message>
    <message>
        <source>can be scanned again</source>
        <translation>다시 스캔할 수 있습니다</translation>
    </message>
    <message>
        <source>scanned %1</source>
        <translation>%1 스캔</translation>
    </message>
    <message>
        <source>could not be scanned: %1</source>
        <translation>스캔할 수 없었습니다: %1</translation>
    </message>
    <message>
        <source>Not followed of the SSH configuration: %1</source>
        <translation>SSH 설정에서 따르지 않는 항목: %1</translation>
    </message>
    <message>
        <source>The keys of %1 hosts are not known.</source>
        <translation>호스트 %1개의 키를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Nothing says yet whether these are the hosts or someone in between. Compare each fingerprint with one from a source you trust, such as the host&apos;s own console.</source>
        <translation>이것이 그 호스트들인지 중간에 있는 누군가인지 아직 알 수 없습니다. 각 지문을 호스트의 콘솔처럼 믿을 수 있는 곳의 지문과 비교하십시오.</translation>
    </message>
    <message>
        <source>Connect to all %1 of them? Type “yes”, “no” or “each” to be asked one by one [no]:</source>
        <translation>%1개 모두에 연결할까요? “예”, “아니요”, 또는 하나씩 물어보려면 “하나씩”을 입력하십시오 [아니요]:</translation>
    </message>
    <message>
        <source>each</source>
        <translation>하나씩</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a thing and its section</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>Accepted: from now on %n node(s) are compared with this look.</source>
        <translation>
            <numerusform>승인했습니다. 이제부터 노드 %n개를 이 관찰과 비교합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>compare every node with the image it was born from, else with its earlier look, and list the differences</source>
        <translation>모든 노드를 태어난 이미지와, 없으면 이전 관찰과 비교하여 차이를 나열합니다</translation>
    </message>
    <message>
        <source>is scanned again at %1</source>
        <translation>%1에 다시 스캔합니다</translation>
    </message>
    <message numerus="yes">
        <source>and %n more; --json lists all of them</source>
        <translation>
            <numerusform>외 %n개. --json은 모두 보여 줍니다</numerusform>
        </translation>
    </message>
    <message>
        <source>; its lock is written</source>
        <translation>; 잠금을 기록했습니다</translation>
    </message>
    <message>
        <source>a key without a name</source>
        <translation>이름 없는 키</translation>
    </message>
    <message>
        <source>is signed by %1</source>
        <translation>서명함, 서명자: %1</translation>
    </message>
    <message>
        <source>“%1” is no image: name it as IMAGE@VERSION, or by six digits of its digest or more.</source>
        <translation>“%1”은(는) 이미지가 아닙니다. IMAGE@VERSION이나 다이제스트의 앞 여섯 자리 이상으로 쓰십시오.</translation>
    </message>
    <message>
        <source>compare two built images: packages, files, users, services, recipe</source>
        <translation>빌드된 두 이미지를 비교합니다: 패키지, 파일, 사용자, 서비스, 레시피</translation>
    </message>
    <message>
        <source>list the files of packages that differ, too</source>
        <translation>달라진 패키지의 파일도 모두 보여 줍니다</translation>
    </message>
    <message>
        <source>read all of the image store and name what is damaged</source>
        <translation>이미지 저장소를 모두 읽고 손상된 것을 알려 줍니다</translation>
    </message>
    <message>
        <source>list the builds that nothing needs any more, and why the others stay</source>
        <translation>더는 필요 없는 빌드와, 나머지가 남는 까닭을 보여 줍니다</translation>
    </message>
    <message>
        <source>with --prune: so many builds of each version stay in any case</source>
        <translation>--prune과 함께: 버전마다 이만큼의 빌드는 반드시 남깁니다</translation>
    </message>
    <message>
        <source>with --prune: remove what is listed</source>
        <translation>--prune과 함께: 목록에 있는 것을 지웁니다</translation>
    </message>
    <message>
        <source>write a built image to a file</source>
        <translation>빌드한 이미지를 파일로 씁니다</translation>
    </message>
    <message>
        <source>with --export: the file</source>
        <translation>--export와 함께: 파일</translation>
    </message>
    <message>
        <source>with --export: an OCI archive, or OUT.tar and OUT.root.tar for LXD and Incus</source>
        <translation>--export와 함께: OCI 아카이브, 또는 LXD와 Incus를 위한 OUT.tar와 OUT.root.tar</translation>
    </message>
    <message>
        <source>take an image in that another Snowmelt exported</source>
        <translation>다른 Snowmelt가 내보낸 이미지를 가져옵니다</translation>
    </message>
    <message>
        <source>%1 needs %2.</source>
        <translation>%1에는 %2이(가) 필요합니다.</translation>
    </message>
    <message>
        <source>OWN</source>
        <translation>자체</translation>
    </message>
    <message>
        <source>show who is born from what, and the nodes that run each</source>
        <translation>무엇이 무엇에서 태어났는지와 각각을 실행하는 노드를 보여 줍니다</translation>
    </message>
    <message>
        <source>write one of the papers of a built image: what is in it, how it was built, who signed it</source>
        <translation>빌드된 이미지의 문서 하나를 씁니다: 무엇이 들어 있는지, 어떻게 빌드했는지, 누가 서명했는지</translation>
    </message>
    <message>
        <source>the file to write; without it, stdout</source>
        <translation>쓸 파일. 없으면 표준 출력</translation>
    </message>
    <message numerus="yes">
        <source>%n package(s)</source>
        <translation>
            <numerusform>패키지 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>built %1</source>
        <translation>%1 빌드</translation>
    </message>
    <message>
        <source>from</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>to</source>
        <translation>이후</translation>
    </message>
    <message>
        <source>  (of %1)</source>
        <translation>  (%1 소속)</translation>
    </message>
    <message>
        <source>and %1, listed with %2</source>
        <translation>그리고 %1. %2로 모두 볼 수 있습니다</translation>
    </message>
    <message>
        <source>NEEDED BY</source>
        <translation>필요한 이미지</translation>
    </message>
    <message>
        <source>OWN SIZE</source>
        <translation>자체 크기</translation>
    </message>
    <message>
        <source>WHAT BECOMES OF IT</source>
        <translation>처리</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>지움</translation>
    </message>
    <message>
        <source>goes</source>
        <translation>지울 것</translation>
    </message>
    <message>
        <source>stays: %1</source>
        <translation>남음: %1</translation>
    </message>
    <message>
        <source>%1 was written: %2.</source>
        <translation>%1을(를) 썼습니다: %2.</translation>
    </message>
    <message>
        <source>%1 is in the store now: %2, %3.</source>
        <translation>%1이(가) 이제 저장소에 있습니다: %2, %3.</translation>
    </message>
    <message>
        <source>FROM</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>DETAILS</source>
        <translation>세부</translation>
    </message>
    <message>
        <source>show an image&apos;s recipe with all its parents&apos;, each part with the tier it comes from</source>
        <translation>이미지의 레시피를 모든 부모의 것과 함께, 각 항목이 어느 계층에서 오는지와 함께 보여 줍니다</translation>
    </message>
    <message>
        <source>sign a built image with an ssh key; ssh-keygen asks for a passphrase itself</source>
        <translation>빌드된 이미지를 ssh 키로 서명합니다. 암호 구문은 ssh-keygen이 직접 묻습니다</translation>
    </message>
    <message>
        <source>the file of the private key, or of the public key when ssh-agent has the private one</source>
        <translation>개인 키 파일. ssh-agent에 개인 키가 있으면 공개 키 파일</translation>
    </message>
    <message>
        <source>Nothing was written. With %1 the images are built so, and their locks moved.</source>
        <translation>아무것도 기록하지 않았습니다. %1 옵션을 주면 이대로 이미지를 만들고 잠금을 옮깁니다.</translation>
    </message>
    <message>
        <source>say which packages of an image and of the tiers below it have moved since they were locked, and move their locks</source>
        <translation>이미지와 그 아래 계층의 패키지 가운데 잠근 뒤로 바뀐 것을 알리고, 잠금을 옮깁니다</translation>
    </message>
    <message>
        <source>build the images with what there is now, then write their locks</source>
        <translation>지금 있는 패키지로 이미지를 만든 뒤 잠금을 기록합니다</translation>
    </message>
    <message>
        <source>%1 is for builds on this machine: leave out %2.</source>
        <translation>%1은(는) 이 컴퓨터에서 하는 빌드에만 쓸 수 있습니다. %2을(를) 빼십시오.</translation>
    </message>
    <message>
        <source>build on this host, reached over SSH: [user@]host[:port]</source>
        <translation>SSH로 연결하는 이 호스트에서 빌드: [user@]host[:port]</translation>
    </message>
    <message>
        <source>SERVES AFTER</source>
        <translation>서비스까지</translation>
    </message>
    <message>
        <source>“%1” is no host; expected [user@]host[:port].</source>
        <translation>“%1”은(는) 호스트가 아닙니다. [user@]host[:port] 형식이어야 합니다.</translation>
    </message>
    <message>
        <source>keep the root of a tier whose command fails, to look into it; takes root</source>
        <translation>명령이 실패한 계층의 루트를 남겨 두어 살펴볼 수 있게 합니다(루트 권한 필요)</translation>
    </message>
    <message>
        <source>build every tier twice and say what differs; keeps neither build; takes root</source>
        <translation>모든 계층을 두 번 만들어 무엇이 다른지 알려 줍니다. 두 빌드 모두 보관하지 않으며 루트 권한이 필요합니다</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>오래됨</translation>
    </message>
    <message>
        <source>Nothing was removed: say %1.</source>
        <translation>아무것도 지우지 않았습니다. 지우려면 %1 옵션을 쓰십시오.</translation>
    </message>
</context>
<context>
    <name>Consequence</name>
    <message>
        <source>Only the blueprint changes. The fleet is not up.</source>
        <translation>블루프린트만 바뀝니다. 플릿은 실행 중이 아닙니다.</translation>
    </message>
    <message>
        <source>Only the blueprint changes; nothing that runs is touched.</source>
        <translation>블루프린트만 바뀝니다. 실행 중인 것은 건드리지 않습니다.</translation>
    </message>
    <message>
        <source>%1: diagrams show it, no platform makes it yet, and “up” refuses the blueprint.</source>
        <translation>%1: 다이어그램에는 보이지만 아직 어떤 플랫폼도 만들지 못하며, “up”은 이 블루프린트를 거절합니다.</translation>
    </message>
</context>
<context>
    <name>Consequences</name>
    <message>
        <source>It has ended.</source>
        <translation>끝났습니다.</translation>
    </message>
    <message>
        <source>Roll back: the traffic returns to blue at once, then green is removed.</source>
        <translation>롤백: 트래픽이 즉시 블루로 돌아간 다음 그린을 제거합니다.</translation>
    </message>
    <message>
        <source>Roll back: blue goes on serving, green is removed.</source>
        <translation>롤백: 블루가 계속 처리하고 그린은 제거합니다.</translation>
    </message>
    <message>
        <source>Pause: finishes the act at hand, then stands still. No deadline runs meanwhile.</source>
        <translation>일시 정지: 하던 동작을 마치고 멈춥니다. 그동안 기한은 흐르지 않습니다.</translation>
    </message>
    <message>
        <source>Continue: goes on where it stands still.</source>
        <translation>계속: 멈춘 곳에서 이어 갑니다.</translation>
    </message>
    <message>
        <source>Extend drain: gives blue’s sessions more time before you must decide.</source>
        <translation>비우기 연장: 결정해야 할 때까지 블루의 세션에 시간을 더 줍니다.</translation>
    </message>
    <message>
        <source>Abort: stops where it stands. Blue and green stay as they are until you resume.</source>
        <translation>중단: 지금 상태에서 멈춥니다. 다시 이어 갈 때까지 블루와 그린은 그대로 있습니다.</translation>
    </message>
</context>
<context>
    <name>DeploymentQuestions</name>
    <message>
        <source>Roll back %1</source>
        <translation>%1 롤백</translation>
    </message>
    <message>
        <source>&amp;Roll back</source>
        <translation>롤백(&amp;R)</translation>
    </message>
    <message>
        <source>The old nodes (blue) serve everything and go on doing so.</source>
        <translation>이전 노드(블루)가 모든 트래픽을 처리하고 있으며 계속 그렇게 합니다.</translation>
    </message>
    <message>
        <source>Green is removed</source>
        <translation>그린을 제거함</translation>
    </message>
    <message>
        <source>The old nodes (blue) take all traffic again. No request is lost.</source>
        <translation>이전 노드(블루)가 다시 모든 트래픽을 받습니다. 잃는 요청은 없습니다.</translation>
    </message>
    <message>
        <source>Blue takes new traffic at once</source>
        <translation>블루가 즉시 새 트래픽을 받음</translation>
    </message>
    <message>
        <source>Green finishes what it has</source>
        <translation>그린은 받은 요청을 마침</translation>
    </message>
    <message>
        <source>Abort the deployment of %1</source>
        <translation>%1 배포 중단</translation>
    </message>
    <message>
        <source>It stops where it stands. Nothing is undone, nothing is removed.</source>
        <translation>지금 상태에서 멈춥니다. 아무것도 되돌리거나 제거하지 않습니다.</translation>
    </message>
    <message>
        <source>The act at hand is finished</source>
        <translation>하던 동작은 마침</translation>
    </message>
    <message>
        <source>Green keeps the traffic it has; blue stays as it is</source>
        <translation>그린은 받던 트래픽을 계속 받고 블루는 그대로 있음</translation>
    </message>
    <message>
        <source>Blue goes on serving; green stays as it is</source>
        <translation>블루가 계속 처리하고 그린은 그대로 있음</translation>
    </message>
    <message>
        <source>The deployment stays open until you continue it, roll it back, or adopt what runs</source>
        <translation>계속하거나 롤백하거나 지금 상태를 받아들일 때까지 배포는 열린 채로 남음</translation>
    </message>
    <message>
        <source>Both sides run, and cost, until then.</source>
        <translation>그때까지 양쪽이 모두 실행되며 비용이 듭니다.</translation>
    </message>
    <message>
        <source>&amp;Abort</source>
        <translation>중단(&amp;A)</translation>
    </message>
</context>
<context>
    <name>DeploymentWording</name>
    <message>
        <source>Roll back</source>
        <translation>롤백</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>중단</translation>
    </message>
    <message>
        <source>Extend drain</source>
        <translation>비우기 연장</translation>
    </message>
    <message>
        <source>Adopt</source>
        <translation>받아들이기</translation>
    </message>
    <message>
        <source>Goes on with “%1” and does the rest of the plan.</source>
        <translation>‘%1’ 단계부터 계속하여 남은 계획을 마칩니다.</translation>
    </message>
    <message>
        <source>Blue goes on serving; green is removed.</source>
        <translation>블루가 계속 처리하고 그린은 제거합니다.</translation>
    </message>
    <message>
        <source>Blue takes the traffic back, then green is removed.</source>
        <translation>블루가 트래픽을 되찾은 다음 그린을 제거합니다.</translation>
    </message>
    <message>
        <source>What runs is right as it is: the configuration is brought to it and the plan is forgotten. Nodes that get no traffic are listed as orphans.</source>
        <translation>지금 실행 중인 상태가 맞는 것으로 봅니다. 설정을 그에 맞추고 계획은 버립니다. 트래픽을 받지 않는 노드는 고아 항목에 나옵니다.</translation>
    </message>
    <message>
        <source>%1 asked for “%2”, which was refused.</source>
        <translation>%1 님의 ‘%2’ 지시는 거부되었습니다.</translation>
    </message>
    <message>
        <source>%1 gave blue’s sessions %2 more.</source>
        <translation>%1 님이 블루의 세션에 %2을(를) 더 주었습니다.</translation>
    </message>
    <message>
        <source>%1 asked for “%2”.</source>
        <translation>%1 님이 ‘%2’ 지시를 내렸습니다.</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>시작 전</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>도중에 끊김</translation>
    </message>
    <message>
        <source>Which side serves could not be seen.</source>
        <translation>어느 쪽이 서비스하는지 확인하지 못했습니다.</translation>
    </message>
    <message>
        <source>Blue (%1) serves; green does not exist.</source>
        <translation>블루(%1)가 서비스하고 그린은 없습니다.</translation>
    </message>
    <message>
        <source>Blue (%1) serves; green (%2) exists and gets no traffic.</source>
        <translation>블루(%1)가 서비스합니다. 그린(%2)은 남아 있으나 트래픽을 받지 않습니다.</translation>
    </message>
    <message>
        <source>Green (%1) serves; blue is gone.</source>
        <translation>그린(%1)이 서비스하고 블루는 없습니다.</translation>
    </message>
    <message>
        <source>Green (%1) serves; blue (%2) exists and gets no new traffic.</source>
        <translation>그린(%1)이 서비스합니다. 블루(%2)는 남아 있으나 새 트래픽을 받지 않습니다.</translation>
    </message>
    <message>
        <source>Blue (%1) and green (%2) both serve.</source>
        <translation>블루(%1)와 그린(%2)이 모두 서비스합니다.</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n open session(s), the oldest %2</source>
        <translation>
            <numerusform>%1 노드에 열린 세션 %n개, 가장 오래된 것 %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n of them a WebSocket</source>
        <translation>
            <numerusform>%1, 그중 WebSocket %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>No session is open any more; looking again to be sure</source>
        <translation>열린 세션이 없습니다. 확실히 하려고 다시 살펴보는 중입니다</translation>
    </message>
    <message>
        <source>Waiting because %1</source>
        <translation>기다리는 중: %1</translation>
    </message>
    <message>
        <source>%1 of %2 green healthy</source>
        <translation>그린 %2개 중 %1개 정상</translation>
    </message>
    <message>
        <source>latency: too few requests to say</source>
        <translation>지연 시간: 판단하기에 요청이 너무 적음</translation>
    </message>
    <message>
        <source>failures: too few requests to say</source>
        <translation>실패: 판단하기에 요청이 너무 적음</translation>
    </message>
    <message>
        <source>failed %1 % (allowed %2 %)</source>
        <translation>실패 %1 %(한도 %2 %)</translation>
    </message>
    <message>
        <source>p95 %1 ms (allowed %2 ms)</source>
        <translation>p95 %1 ms(한도 %2 ms)</translation>
    </message>
    <message>
        <source>own checks pass</source>
        <translation>직접 정한 점검 통과</translation>
    </message>
    <message>
        <source>own checks fail</source>
        <translation>직접 정한 점검 실패</translation>
    </message>
    <message>
        <source>the blueprint has no such part any more</source>
        <translation>블루프린트에 이 구성 요소가 더 이상 없음</translation>
    </message>
    <message>
        <source>gets no traffic and no deployment refers to it</source>
        <translation>트래픽을 받지 않고, 쓰는 배포도 없음</translation>
    </message>
    <message>
        <source>its fleet is not there any more</source>
        <translation>이 자원의 플릿이 더는 없습니다</translation>
    </message>
    <message>
        <source>no node is made of it, and the image store has another one of that name or none</source>
        <translation>이 이미지로 만든 노드가 없고, 이미지 저장소에 같은 이름의 다른 이미지가 있거나 아예 없습니다</translation>
    </message>
    <message>
        <source>its blueprint is gone, and nothing of the fleet exists</source>
        <translation>블루프린트가 없어졌고 플릿에 속한 것이 하나도 없습니다</translation>
    </message>
</context>
<context>
    <name>Diagram</name>
    <message>
        <source>clients</source>
        <translation>클라이언트</translation>
    </message>
    <message>
        <source>not created yet</source>
        <translation>아직 만들지 않음</translation>
    </message>
    <message>
        <source>one more</source>
        <translation>하나 더</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>이미지 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 / %2 healthy</source>
        <translation>정상 %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n drifted</source>
        <translation>
            <numerusform>드리프트 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>draining, %n session(s) open</source>
        <translation>
            <numerusform>비우는 중, 열린 세션 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>serving</source>
        <translation>서비스 중</translation>
    </message>
    <message>
        <source>no traffic</source>
        <translation>트래픽 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>세션 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/초</translation>
    </message>
    <message>
        <source>not scanned</source>
        <translation>스캔 안 함</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>차이 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>차이 없음</translation>
    </message>
    <message>
        <source>not all seen</source>
        <translation>일부 확인 못 함</translation>
    </message>
    <message>
        <source>%1 req/s</source>
        <translation>요청 %1/초</translation>
    </message>
    <message numerus="yes">
        <source>%n connection(s)</source>
        <translation>
            <numerusform>연결 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>아직 확인 안 함</translation>
    </message>
    <message>
        <source>not live, last seen %1</source>
        <translation>실시간 아님, 마지막 확인 %1</translation>
    </message>
    <message>
        <source>live, %1 s ago</source>
        <translation>실시간, %1초 전</translation>
    </message>
    <message>
        <source>the blueprint says %1</source>
        <translation>블루프린트의 이미지는 %1</translation>
    </message>
    <message>
        <source>the blueprint says another image</source>
        <translation>블루프린트의 이미지와 다름</translation>
    </message>
    <message>
        <source>%1 of the traffic</source>
        <translation>트래픽의 %1</translation>
    </message>
    <message>
        <source>group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>balancer</source>
        <translation>밸런서</translation>
    </message>
    <message>
        <source>database</source>
        <translation>데이터베이스</translation>
    </message>
    <message>
        <source>node</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>No fleet is open. Open a blueprint, or try the lab.</source>
        <translation>열린 플릿이 없습니다. 블루프린트를 열거나 실습 환경을 사용해 보십시오.</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>다이어그램</translation>
    </message>
    <message>
        <source>Diagram of %1</source>
        <translation>%1 다이어그램</translation>
    </message>
    <message>
        <source>Arrow keys and Tab walk from part to part, Return opens one, plus and minus zoom.</source>
        <translation>화살표 키와 Tab으로 구성 요소를 옮겨 다니고, Enter로 열고, 더하기와 빼기로 확대·축소합니다.</translation>
    </message>
    <message>
        <source>as the blueprint says, not seen yet</source>
        <translation>블루프린트 기준, 아직 확인 안 함</translation>
    </message>
    <message>
        <source>seen %1 UTC</source>
        <translation>%1 UTC에 확인</translation>
    </message>
    <message>
        <source>drift: number of differences</source>
        <translation>드리프트: 차이의 수</translation>
    </message>
    <message>
        <source>blue: served when the deployment began</source>
        <translation>블루: 배포 시작 때 서비스 중</translation>
    </message>
    <message>
        <source>green: created by it</source>
        <translation>그린: 배포가 만든 것</translation>
    </message>
    <message>
        <source>no new traffic</source>
        <translation>새 트래픽 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n not seen</source>
        <translation>
            <numerusform>미확인 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>live</source>
        <translation>실시간</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n개 선택됨</numerusform>
        </translation>
    </message>
    <message>
        <source>cache</source>
        <translation>캐시</translation>
    </message>
    <message>
        <source>zone</source>
        <translation>영역</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s)</source>
        <translation>
            <numerusform>구성 요소 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Shift and arrow keys select several; Ctrl, Shift and arrow keys move what is selected.</source>
        <translation>Shift와 화살표 키는 여럿을 선택하고, Ctrl과 Shift와 화살표 키는 선택한 것을 옮깁니다.</translation>
    </message>
    <message>
        <source>Overview of the diagram</source>
        <translation>다이어그램 전체 보기</translation>
    </message>
    <message>
        <source>Click or drag to move the view.</source>
        <translation>누르거나 끌면 보는 곳이 움직입니다.</translation>
    </message>
    <message>
        <source>zone %1</source>
        <translation>영역 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>노드 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>The blueprint has no balancer, group or database yet. The Edit menu adds one.</source>
        <translation>블루프린트에 아직 밸런서, 그룹, 데이터베이스가 없습니다. 편집 메뉴에서 추가하십시오.</translation>
    </message>
    <message numerus="yes">
        <source>%1 (+%n hidden)</source>
        <translation>
            <numerusform>%1 (숨김 %n개)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>호스트 %n대</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DiagramTable</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>트래픽</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>드리프트</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>영역</translation>
    </message>
</context>
<context>
    <name>DriftHistoryWording</name>
    <message>
        <source>likely: %1</source>
        <translation>추정: %1</translation>
    </message>
    <message>
        <source>when the package was touched</source>
        <translation>패키지가 변경된 시각</translation>
    </message>
    <message>
        <source>when the file was changed</source>
        <translation>파일이 변경된 시각</translation>
    </message>
    <message>
        <source>who owns the file</source>
        <translation>파일의 소유자</translation>
    </message>
    <message>
        <source>apt’s history</source>
        <translation>apt 기록</translation>
    </message>
    <message>
        <source>dpkg’s log</source>
        <translation>dpkg 로그</translation>
    </message>
    <message>
        <source>sudo’s log</source>
        <translation>sudo 로그</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) changed within a minute</source>
        <translation>
            <numerusform>1분 안에 %n개가 변경됨</numerusform>
        </translation>
    </message>
    <message>
        <source>packages were installed or removed</source>
        <translation>패키지가 설치되거나 제거됨</translation>
    </message>
    <message>
        <source>a command of sudo</source>
        <translation>sudo로 실행된 명령</translation>
    </message>
    <message>
        <source>%1 by %2</source>
        <comment>a command and who ran it</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>what happened, and when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 (inferred from %2)</source>
        <translation>%1 (%2에서 추정)</translation>
    </message>
    <message>
        <source>between %1 and %2</source>
        <translation>%1과 %2 사이</translation>
    </message>
    <message>
        <source>%1 or before</source>
        <translation>%1 또는 그 이전</translation>
    </message>
    <message>
        <source>gone %1</source>
        <translation>%1에 사라짐</translation>
    </message>
    <message>
        <source>still there</source>
        <translation>아직 있음</translation>
    </message>
    <message>
        <source>compared with the look of %1</source>
        <translation>%1의 관찰과 비교</translation>
    </message>
    <message>
        <source>against birth image, %1</source>
        <translation>탄생 이미지와 비교, %1</translation>
    </message>
    <message>
        <source>changed within a minute of other things</source>
        <translation>다른 것들과 1분 이내에 함께 바뀜</translation>
    </message>
</context>
<context>
    <name>DriftNews</name>
    <message>
        <source>%1 drifted</source>
        <translation>%1에 드리프트가 생겼습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) drifted</source>
        <translation>
            <numerusform>노드 %n개에 드리프트가 생겼습니다</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be scanned</source>
        <translation>%1을(를) 스캔할 수 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) cannot be scanned</source>
        <translation>
            <numerusform>노드 %n개를 스캔할 수 없습니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DriftRows</name>
    <message>
        <source>absent</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>all of it</source>
        <translation>전체</translation>
    </message>
    <message numerus="yes">
        <source>%n could not be seen</source>
        <translation>
            <numerusform>볼 수 없었던 것 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>규칙 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hidden by %1</source>
        <translation>
            <numerusform>%1로 %n건 숨김</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 against %2, scanned %3</source>
        <translation>%1, %2 기준, %3 스캔</translation>
    </message>
    <message>
        <source>image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>node</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>%1 hidden by %2 of the blueprint</source>
        <translation>블루프린트의 %2로 %1 숨김</translation>
    </message>
    <message>
        <source>%1, %2, severity %3</source>
        <translation>%1, %2, 심각도 %3</translation>
    </message>
    <message>
        <source>Likely causes, inferred</source>
        <translation>추정 원인 (추론)</translation>
    </message>
</context>
<context>
    <name>DriftWording</name>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>차이 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>패키지</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>User groups</source>
        <translation>사용자 그룹</translation>
    </message>
    <message>
        <source>Listening sockets</source>
        <translation>수신 대기 소켓</translation>
    </message>
    <message>
        <source>added</source>
        <translation>추가됨</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>제거됨</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>변경됨</translation>
    </message>
    <message>
        <source>version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>architecture</source>
        <translation>아키텍처</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>권한</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>소유자</translation>
    </message>
    <message>
        <source>group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>content</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>type</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>link target</source>
        <translation>링크 대상</translation>
    </message>
    <message>
        <source>user id</source>
        <translation>사용자 ID</translation>
    </message>
    <message>
        <source>group id</source>
        <translation>그룹 ID</translation>
    </message>
    <message>
        <source>home</source>
        <translation>홈</translation>
    </message>
    <message>
        <source>shell</source>
        <translation>셸</translation>
    </message>
    <message>
        <source>members</source>
        <translation>구성원</translation>
    </message>
    <message>
        <source>process</source>
        <translation>프로세스</translation>
    </message>
    <message>
        <source>port</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>it took too long</source>
        <translation>너무 오래 걸렸습니다</translation>
    </message>
    <message>
        <source>not allowed to read it</source>
        <translation>읽을 권한이 없습니다</translation>
    </message>
    <message>
        <source>the command it needs is missing</source>
        <translation>필요한 명령이 없습니다</translation>
    </message>
    <message>
        <source>the answer ended too early</source>
        <translation>응답이 너무 일찍 끝났습니다</translation>
    </message>
    <message>
        <source>it disappeared during the scan</source>
        <translation>스캔하는 동안 사라졌습니다</translation>
    </message>
    <message>
        <source>logs</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>caches</source>
        <translation>캐시</translation>
    </message>
    <message>
        <source>temporary files</source>
        <translation>임시 파일</translation>
    </message>
    <message>
        <source>the machine’s own id</source>
        <translation>머신 고유 ID</translation>
    </message>
    <message>
        <source>given at birth</source>
        <translation>태어날 때 받은 것</translation>
    </message>
    <message>
        <source>the database’s data</source>
        <translation>데이터베이스의 데이터</translation>
    </message>
    <message>
        <source>state while it runs</source>
        <translation>실행 중 상태</translation>
    </message>
    <message>
        <source>the kernel’s own files</source>
        <translation>커널의 파일</translation>
    </message>
    <message>
        <source>backups that tools make</source>
        <translation>도구가 만든 백업</translation>
    </message>
    <message>
        <source>written by the platform’s network</source>
        <translation>플랫폼의 네트워크가 쓴 것</translation>
    </message>
    <message>
        <source>compiled on the way</source>
        <translation>실행 중 컴파일된 것</translation>
    </message>
    <message>
        <source>the answer has no end</source>
        <translation>응답에 끝이 없습니다</translation>
    </message>
    <message>
        <source>the answer makes no sense</source>
        <translation>응답을 해석할 수 없습니다</translation>
    </message>
    <message>
        <source>the package manager’s own records</source>
        <translation>패키지 관리자의 기록</translation>
    </message>
    <message>
        <source>ports that await replies</source>
        <translation>응답을 기다리는 포트</translation>
    </message>
    <message>
        <source>files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>the image has no hash of it</source>
        <translation>이미지에 이 파일의 해시가 없습니다</translation>
    </message>
    <message>
        <source>it was not read in time</source>
        <translation>제시간에 읽지 못했습니다</translation>
    </message>
    <message>
        <source>it is on another file system</source>
        <translation>다른 파일 시스템에 있습니다</translation>
    </message>
    <message>
        <source>differs only by users that are listed</source>
        <translation>따로 표시된 사용자 때문에만 다름</translation>
    </message>
    <message>
        <source>%1 hidden by rules of the blueprint</source>
        <translation>블루프린트의 규칙으로 %1개 숨김</translation>
    </message>
    <message>
        <source>Operating system</source>
        <translation>운영 체제</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>커널</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>Rights by sudo</source>
        <translation>sudo 권한</translation>
    </message>
    <message>
        <source>Scheduled jobs</source>
        <translation>예약 작업</translation>
    </message>
    <message>
        <source>Kernel settings</source>
        <translation>커널 설정</translation>
    </message>
    <message>
        <source>Mounts</source>
        <translation>마운트</translation>
    </message>
    <message>
        <source>Certificates</source>
        <translation>인증서</translation>
    </message>
    <message>
        <source>Runtimes</source>
        <translation>런타임</translation>
    </message>
    <message>
        <source>Deleted libraries in use</source>
        <translation>사용 중인 삭제된 라이브러리</translation>
    </message>
    <message>
        <source>present</source>
        <translation>존재</translation>
    </message>
    <message>
        <source>id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>code name</source>
        <translation>코드명</translation>
    </message>
    <message>
        <source>release</source>
        <translation>릴리스</translation>
    </message>
    <message>
        <source>machine</source>
        <translation>하드웨어</translation>
    </message>
    <message>
        <source>needed</source>
        <translation>필요</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>자동 시작</translation>
    </message>
    <message>
        <source>running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>schedule</source>
        <translation>일정</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>source</source>
        <translation>원본</translation>
    </message>
    <message>
        <source>file system</source>
        <translation>파일 시스템</translation>
    </message>
    <message>
        <source>options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>subject</source>
        <translation>주체</translation>
    </message>
    <message>
        <source>fingerprint</source>
        <translation>지문</translation>
    </message>
    <message>
        <source>valid until</source>
        <translation>만료일</translation>
    </message>
    <message>
        <source>runtime</source>
        <translation>런타임</translation>
    </message>
    <message>
        <source>deleted libraries</source>
        <translation>삭제된 라이브러리</translation>
    </message>
    <message>
        <source>program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>it was not looked at</source>
        <translation>살펴보지 않았습니다</translation>
    </message>
    <message>
        <source>the running kernel is not one of those installed</source>
        <translation>실행 중인 커널이 설치된 커널 가운데 없음</translation>
    </message>
    <message>
        <source>it did not tell its version</source>
        <translation>버전을 알려 주지 않음</translation>
    </message>
    <message>
        <source>the users are not known</source>
        <translation>사용자를 알 수 없음</translation>
    </message>
    <message>
        <source>when a timer last ran</source>
        <translation>타이머가 마지막으로 실행된 때</translation>
    </message>
    <message>
        <source>renewed certificates</source>
        <translation>갱신된 인증서</translation>
    </message>
    <message>
        <source>the containers’ data</source>
        <translation>컨테이너 데이터</translation>
    </message>
    <message>
        <source>history of commands</source>
        <translation>명령 기록</translation>
    </message>
    <message>
        <source>high</source>
        <translation>높음</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>보통</translation>
    </message>
    <message>
        <source>low</source>
        <translation>낮음</translation>
    </message>
    <message>
        <source>%1 (%2 only)</source>
        <translation>%1 (%2만)</translation>
    </message>
    <message>
        <source>%1, pack %2</source>
        <translation>%1, 팩 %2</translation>
    </message>
    <message>
        <source>%1 (until %2)</source>
        <translation>%1 (%2까지)</translation>
    </message>
    <message>
        <source>The rule for %1 ended on %2 and hides nothing any more; shown again: %3.</source>
        <translation>%1 규칙은 %2에 끝나 더는 아무것도 숨기지 않습니다. 다시 보이는 것: %3.</translation>
    </message>
    <message>
        <source>not allowed to look at every program</source>
        <translation>모든 프로그램을 볼 권한이 없음</translation>
    </message>
    <message>
        <source>more differs than is listed</source>
        <translation>나열된 것보다 더 많이 다름</translation>
    </message>
    <message>
        <source>this is the first look at it: there is nothing to compare with yet</source>
        <translation>첫 관찰입니다. 아직 비교할 것이 없습니다</translation>
    </message>
    <message>
        <source>it is no certificate, or a broken one</source>
        <translation>인증서가 아니거나 깨진 인증서입니다</translation>
    </message>
    <message>
        <source>the earlier look did not see it</source>
        <translation>이전 관찰에서 보지 않았습니다</translation>
    </message>
    <message>
        <source>no look at it is that old: there is nothing to compare with</source>
        <translation>그만큼 오래된 관찰이 없어 비교할 대상이 없습니다</translation>
    </message>
    <message>
        <source>compared with an older look, of %1: the later one did not look at it</source>
        <translation>더 오래된 %1의 관찰과 비교했습니다. 그 뒤의 관찰에서는 이것을 보지 않았습니다</translation>
    </message>
    <message>
        <source>the earlier look is lost; “scan --accept” takes what is there now for the baseline</source>
        <translation>이전 기록이 없어졌습니다. “scan --accept”를 실행하면 지금 상태가 기준이 됩니다</translation>
    </message>
    <message>
        <source>the salt of earlier looks is lost, so they cannot be compared any more; “scan --accept” begins anew</source>
        <translation>이전 기록의 솔트(salt)가 없어져 더 이상 비교할 수 없습니다. “scan --accept”를 실행하면 새로 시작합니다</translation>
    </message>
    <message>
        <source>the look from then is lost</source>
        <translation>그때의 기록이 없어졌습니다</translation>
    </message>
    <message>
        <source>the salt of the looks from then is lost, so they cannot be compared any more</source>
        <translation>그때 기록의 솔트(salt)가 없어져 더 이상 비교할 수 없습니다</translation>
    </message>
</context>
<context>
    <name>EditWords</name>
    <message>
        <source>Add %1</source>
        <translation>%1 추가</translation>
    </message>
    <message>
        <source>Connect %1 and %2</source>
        <translation>%1과(와) %2 연결</translation>
    </message>
    <message>
        <source>Disconnect %1 and %2</source>
        <translation>%1과(와) %2 연결 해제</translation>
    </message>
    <message>
        <source>Resize %1 to %2</source>
        <translation>%1의 크기를 %2(으)로 변경</translation>
    </message>
    <message>
        <source>Rename %1 to %2</source>
        <translation>%1의 이름을 %2(으)로 변경</translation>
    </message>
    <message>
        <source>Delete %1</source>
        <translation>%1 삭제</translation>
    </message>
    <message>
        <source>Change the image of %1 to %2</source>
        <translation>%1의 이미지를 %2(으)로 변경</translation>
    </message>
    <message>
        <source>serves %1</source>
        <translation>→ %1에 요청 전달</translation>
    </message>
    <message>
        <source>uses %1</source>
        <translation>→ %1 사용</translation>
    </message>
    <message>
        <source>is a replica of %1</source>
        <translation>→ %1의 복제본</translation>
    </message>
    <message>
        <source>stands in for %1, and %1 for it</source>
        <translation>↔ %1과(와) 서로 대신함</translation>
    </message>
    <message>
        <source>The blueprint’s text cannot be read: %1</source>
        <translation>블루프린트의 텍스트를 읽을 수 없습니다: %1</translation>
    </message>
    <message>
        <source>The blueprint has no %1.</source>
        <translation>블루프린트에 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>That is so already.</source>
        <translation>이미 그렇습니다.</translation>
    </message>
    <message>
        <source>The text is laid out in a way that cannot be changed here. Change it by hand, then read it again.</source>
        <translation>텍스트의 모양 때문에 여기서는 바꿀 수 없습니다. 직접 고친 뒤 다시 읽으십시오.</translation>
    </message>
    <message>
        <source>%2 leads to %1 already: connected so, they would go round in a circle.</source>
        <translation>%2에서 이미 %1(으)로 이어집니다. 이렇게 연결하면 제자리로 돌아오는 고리가 됩니다.</translation>
    </message>
    <message>
        <source>%1 and %2 stand in for one another already.</source>
        <translation>%1과(와) %2은(는) 이미 서로를 대신하고 있습니다.</translation>
    </message>
    <message>
        <source>%1 and %2 do not belong together so: a balancer serves groups, caches and balancers; a group uses databases and caches; a database follows a database.</source>
        <translation>%1과(와) %2은(는) 이렇게 연결할 수 없습니다. 밸런서는 그룹, 캐시, 밸런서로 트래픽을 보내고, 그룹은 데이터베이스와 캐시를 사용하며, 데이터베이스는 데이터베이스를 복제합니다.</translation>
    </message>
</context>
<context>
    <name>ErrorWording</name>
    <message>
        <source>Install it, and see that it is on the PATH.</source>
        <translation>설치한 다음 PATH에 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>Install it: apt install %1</source>
        <translation>설치하십시오: apt install %1</translation>
    </message>
    <message>
        <source>The program %1 was not found.</source>
        <translation>%1 프로그램을 찾을 수 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>The blueprint %1 has %n error(s).</source>
        <translation>
            <numerusform>블루프린트 %1에 오류가 %n개 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct the places that are listed, then try again.</source>
        <translation>표시된 곳을 고친 다음 다시 시도하십시오.</translation>
    </message>
    <message numerus="yes">
        <source>On %1, %n session(s) were still open after %2 seconds.</source>
        <translation>
            <numerusform>%2초가 지났는데도 %1에 세션 %n개가 열려 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Its own words are shown with this message: put the cause right, then try again.</source>
        <translation>상대가 한 말을 이 메시지와 함께 보여 드립니다. 원인을 바로잡은 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Something inside Snowmelt broke its own rule: %1.</source>
        <translation>Snowmelt 내부에서 스스로의 규칙이 깨졌습니다: %1.</translation>
    </message>
    <message>
        <source>This is our mistake. Look at the fleet before you go on, and please report it with these words.</source>
        <translation>저희의 잘못입니다. 계속하기 전에 플릿을 살펴보시고, 이 내용을 알려 주시기 바랍니다.</translation>
    </message>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 파일을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Check that the file exists and that you may read it.</source>
        <translation>파일이 있는지, 읽을 권한이 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1에 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Check that the folder exists and that you may write there.</source>
        <translation>폴더가 있는지, 쓸 권한이 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>The disk that holds %1 is full.</source>
        <translation>%1 위치의 디스크가 가득 찼습니다.</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>공간을 확보한 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>%1 failed (%2).</source>
        <translation>%1 프로그램이 실패했습니다(%2).</translation>
    </message>
    <message>
        <source>Gave up waiting for “%1” after %2 seconds.</source>
        <translation>%2초를 기다려도 끝나지 않아 그만두었습니다: ‘%1’.</translation>
    </message>
    <message>
        <source>See whether the host is overloaded or the network is slow, then try again.</source>
        <translation>호스트에 부하가 심하거나 네트워크가 느린지 살펴본 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>“%1” is not supported by “%2”.</source>
        <translation>‘%2’에서 지원하지 않습니다: ‘%1’.</translation>
    </message>
    <message>
        <source>Choose one that is; the help lists them.</source>
        <translation>지원되는 것을 고르십시오. 도움말에 나와 있습니다.</translation>
    </message>
    <message>
        <source>The recipe %1 has an error at line %2, column %3: %4</source>
        <translation>레시피 %1의 %2행 %3열에 오류가 있습니다: %4</translation>
    </message>
    <message>
        <source>Correct the recipe, then try again. “check” lists all its errors.</source>
        <translation>레시피를 고친 다음 다시 시도하십시오. ‘check’가 모든 오류를 보여 줍니다.</translation>
    </message>
    <message>
        <source>The blueprint has no recipe for %1.</source>
        <translation>블루프린트에 %1의 레시피가 없습니다.</translation>
    </message>
    <message>
        <source>Choose a version that “images” lists, or add this one to the blueprint.</source>
        <translation>‘images’에 나오는 버전을 고르거나, 이 버전을 블루프린트에 추가하십시오.</translation>
    </message>
    <message>
        <source>The blueprint has no group called %1.</source>
        <translation>블루프린트에 이름이 %1인 그룹이 없습니다.</translation>
    </message>
    <message>
        <source>Compare the name with the blueprint.</source>
        <translation>이름을 블루프린트와 비교해 보십시오.</translation>
    </message>
    <message>
        <source>The fleet has no node called %1.</source>
        <translation>플릿에 이름이 %1인 노드가 없습니다.</translation>
    </message>
    <message>
        <source>“status” lists the nodes there are.</source>
        <translation>‘status’가 있는 노드를 보여 줍니다.</translation>
    </message>
    <message>
        <source>No balancer serves the group %1, so its traffic cannot be moved.</source>
        <translation>%1 그룹을 맡은 밸런서가 없어 트래픽을 옮길 수 없습니다.</translation>
    </message>
    <message>
        <source>Add the group to what a balancer serves in the blueprint, then bring the fleet up.</source>
        <translation>블루프린트에서 밸런서가 맡는 그룹에 추가한 다음 플릿을 띄우십시오.</translation>
    </message>
    <message>
        <source>The platform %1 cannot be reached or started.</source>
        <translation>플랫폼 %1에 연결하거나 시작할 수 없습니다.</translation>
    </message>
    <message>
        <source>Check that %1 is installed and that you may use it, then try again.</source>
        <translation>%1 플랫폼이 설치되어 있는지, 쓸 권한이 있는지 확인한 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The container engine refused “%1” (status %2).</source>
        <translation>컨테이너 엔진이 ‘%1’ 요청을 거부했습니다(상태 %2).</translation>
    </message>
    <message>
        <source>Port %2 on %1 is in use by another program.</source>
        <translation>%1의 %2번 포트를 다른 프로그램이 쓰고 있습니다.</translation>
    </message>
    <message>
        <source>Stop that program or choose another port in the blueprint, then try again.</source>
        <translation>그 프로그램을 멈추거나 블루프린트에서 다른 포트를 고른 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>This host has nothing free any more for another fleet: %1.</source>
        <translation>이 호스트에는 다른 플릿에 내줄 것이 더 남아 있지 않습니다: %1.</translation>
    </message>
    <message>
        <source>Take down a fleet that is no longer needed, then try again.</source>
        <translation>더 필요하지 않은 플릿을 내린 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>A fleet called %1 already belongs to another blueprint, %2.</source>
        <translation>이름이 %1인 플릿은 이미 다른 블루프린트 %2의 것입니다.</translation>
    </message>
    <message>
        <source>Give this fleet another name, or take the other one down first.</source>
        <translation>이 플릿의 이름을 바꾸거나, 다른 플릿을 먼저 내리십시오.</translation>
    </message>
    <message>
        <source>%1 is not running (%2).</source>
        <translation>%1 노드가 실행 중이 아닙니다(%2).</translation>
    </message>
    <message>
        <source>“up” starts it. If it keeps stopping, replace it with “rebirth”.</source>
        <translation>‘up’으로 시작합니다. 계속 멈추면 ‘rebirth’로 교체하십시오.</translation>
    </message>
    <message>
        <source>%1 disappeared while it was being worked on.</source>
        <translation>작업하는 동안 %1 노드가 사라졌습니다.</translation>
    </message>
    <message>
        <source>Someone or something removed it. “up” creates what is missing.</source>
        <translation>누군가 또는 무언가가 제거했습니다. ‘up’이 없는 것을 만듭니다.</translation>
    </message>
    <message>
        <source>The platform does not have the image %1.</source>
        <translation>플랫폼에 %1 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>Build the image, then try again.</source>
        <translation>이미지를 빌드한 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The fleet %1 is not up.</source>
        <translation>%1 플릿이 떠 있지 않습니다.</translation>
    </message>
    <message>
        <source>Bring it up first: “up”.</source>
        <translation>먼저 ‘up’으로 띄우십시오.</translation>
    </message>
    <message>
        <source>The package mirror cannot be reached.</source>
        <translation>패키지 미러에 연결할 수 없습니다.</translation>
    </message>
    <message>
        <source>Check the network, then build again.</source>
        <translation>네트워크를 확인한 다음 다시 빌드하십시오.</translation>
    </message>
    <message>
        <source>The mirror has no package called %1.</source>
        <translation>미러에 이름이 %1인 패키지가 없습니다.</translation>
    </message>
    <message>
        <source>Correct the name in the recipe, then build again.</source>
        <translation>레시피의 이름을 고친 다음 다시 빌드하십시오.</translation>
    </message>
    <message>
        <source>While building %1, the command “%2” failed (%3).</source>
        <translation>%1 이미지를 빌드하는 동안 ‘%2’ 명령이 실패했습니다(%3).</translation>
    </message>
    <message>
        <source>Correct the command in the recipe, then build again.</source>
        <translation>레시피의 명령을 고친 다음 다시 빌드하십시오.</translation>
    </message>
    <message>
        <source>Building an image needs root on this machine.</source>
        <translation>이 컴퓨터에서 이미지를 빌드하려면 루트 권한이 필요합니다.</translation>
    </message>
    <message>
        <source>The image %1 has not been built.</source>
        <translation>%1 이미지가 아직 빌드되지 않았습니다.</translation>
    </message>
    <message>
        <source>Build it first: “build”.</source>
        <translation>먼저 ‘build’로 빌드하십시오.</translation>
    </message>
    <message>
        <source>The stored image %1 does not match its digest.</source>
        <translation>저장된 %1 이미지가 다이제스트와 맞지 않습니다.</translation>
    </message>
    <message>
        <source>Build it again from scratch; until then, do not use it.</source>
        <translation>처음부터 다시 빌드하십시오. 그때까지는 쓰지 마십시오.</translation>
    </message>
    <message>
        <source>%1 does not answer SSH at %2.</source>
        <translation>%1 노드가 %2에서 SSH에 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>Check that the node is running and that the network lets you through.</source>
        <translation>노드가 실행 중인지, 네트워크가 막혀 있지 않은지 확인하십시오.</translation>
    </message>
    <message>
        <source>%1 accepts connections at %2, but said nothing for %3 seconds.</source>
        <translation>%1 노드가 %2에서 연결은 받지만 %3초 동안 아무 말이 없습니다.</translation>
    </message>
    <message>
        <source>%1 does not accept the fleet’s key for the user %2.</source>
        <translation>%1 노드가 %2 사용자에 대한 플릿의 키를 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>Who may log in there was changed, which is drift too. Replace the node with “rebirth”.</source>
        <translation>로그인할 수 있는 사람이 바뀌었으며, 이것도 드리프트입니다. ‘rebirth’로 노드를 교체하십시오.</translation>
    </message>
    <message>
        <source>The connection to %1 broke off.</source>
        <translation>%1 노드와의 연결이 끊어졌습니다.</translation>
    </message>
    <message>
        <source>Try again. If it happens again, look at the node and the network.</source>
        <translation>다시 시도하십시오. 또 일어나면 노드와 네트워크를 살펴보십시오.</translation>
    </message>
    <message>
        <source>%1 showed another host key than the one it was born with: expected %2, got %3.</source>
        <translation>%1 노드가 태어날 때와 다른 호스트 키를 보였습니다. 예상한 키는 %2, 받은 키는 %3입니다.</translation>
    </message>
    <message>
        <source>Someone may be in between, or the node was exchanged. Find out why before you go on; Snowmelt does not talk to it.</source>
        <translation>누군가 중간에 있거나 노드가 바뀌었을 수 있습니다. 계속하기 전에 이유를 알아보십시오. Snowmelt는 이 노드와 통신하지 않습니다.</translation>
    </message>
    <message>
        <source>No host key is pinned for %1, which showed %2.</source>
        <translation>%1 노드에 고정된 호스트 키가 없습니다. 노드가 보인 키는 %2입니다.</translation>
    </message>
    <message>
        <source>Snowmelt only talks to nodes whose key it knows. Replace the node with “rebirth”.</source>
        <translation>Snowmelt는 키를 아는 노드와만 통신합니다. ‘rebirth’로 노드를 교체하십시오.</translation>
    </message>
    <message>
        <source>On %1, the command “%2” failed (%3).</source>
        <translation>%1에서 ‘%2’ 명령이 실패했습니다(%3).</translation>
    </message>
    <message>
        <source>What %1 answered to the scan could not be read.</source>
        <translation>스캔에 대한 %1의 응답을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>Scan again. If it stays so, something on the node, such as a login script, writes into the answer.</source>
        <translation>다시 스캔하십시오. 그래도 같으면 로그인 스크립트처럼 노드의 무언가가 응답에 끼어드는 것입니다.</translation>
    </message>
    <message>
        <source>The runtime socket of the balancer %1 does not answer.</source>
        <translation>밸런서 %1의 런타임 소켓이 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>Traffic cannot be moved now. Check that HAProxy is running on %1, then try again.</source>
        <translation>지금은 트래픽을 옮길 수 없습니다. %1에서 HAProxy가 실행 중인지 확인한 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The balancer %1 rejects the configuration made for it.</source>
        <translation>%1 밸런서가 만들어 준 설정을 거부합니다.</translation>
    </message>
    <message>
        <source>The balancer %1 refused “%2”: %3</source>
        <translation>%1 밸런서가 ‘%2’ 요청을 거부했습니다: %3</translation>
    </message>
    <message>
        <source>Look at the balancer with “status”, then try again.</source>
        <translation>‘status’로 밸런서를 살펴본 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The balancer %1 does something else than its configuration says: %2</source>
        <translation>%1 밸런서가 설정과 다르게 동작합니다: %2</translation>
    </message>
    <message>
        <source>Someone changed one of the two by hand. Make them agree, then try again.</source>
        <translation>누군가 둘 중 하나를 손으로 바꿨습니다. 둘을 일치시킨 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The balancer %1 has no free slot for the group %2.</source>
        <translation>밸런서 %1에 그룹 %2의 빈 슬롯이 없습니다.</translation>
    </message>
    <message>
        <source>“status” shows which nodes hold the slots. Finish the deployment that holds them first.</source>
        <translation>‘status’가 슬롯을 쥔 노드를 보여 줍니다. 그 배포를 먼저 마치십시오.</translation>
    </message>
    <message>
        <source>%1 did not become healthy within %2 seconds: %3</source>
        <translation>%1 노드가 %2초 안에 정상이 되지 않았습니다: %3</translation>
    </message>
    <message>
        <source>%1 already runs %2.</source>
        <translation>%1 그룹은 이미 %2 이미지를 실행하고 있습니다.</translation>
    </message>
    <message>
        <source>A rollback is possible until blue is retired. To go back later, swap to the earlier version.</source>
        <translation>블루가 퇴역하기 전까지 롤백할 수 있습니다. 그 뒤에 되돌리려면 이전 버전으로 교체하십시오.</translation>
    </message>
    <message>
        <source>The deployment of %1 is past its point of no return.</source>
        <translation>%1의 배포가 되돌릴 수 없는 지점을 지났습니다.</translation>
    </message>
    <message>
        <source>Let it finish, then swap to the earlier version.</source>
        <translation>끝날 때까지 둔 다음 이전 버전으로 교체하십시오.</translation>
    </message>
    <message>
        <source>The group %1 is busy: %2 is under way.</source>
        <translation>%1 그룹은 작업 중입니다: %2 진행 중.</translation>
    </message>
    <message>
        <source>Wait until it ends, or cancel it.</source>
        <translation>끝날 때까지 기다리거나 취소하십시오.</translation>
    </message>
    <message>
        <source>The fleet %1 is busy: %2 is under way.</source>
        <translation>%1 플릿은 작업 중입니다: %2 진행 중.</translation>
    </message>
    <message>
        <source>Someone else is working on the fleet %1: %2 holds its lease.</source>
        <translation>다른 사람이 %1 플릿에서 작업하고 있습니다. 리스를 쥔 사람: %2.</translation>
    </message>
    <message>
        <source>Wait until they are done, or talk to them.</source>
        <translation>끝날 때까지 기다리거나 그 사람과 이야기하십시오.</translation>
    </message>
    <message>
        <source>A check before the start says no: %1</source>
        <translation>시작 전 점검을 통과하지 못했습니다: %1</translation>
    </message>
    <message>
        <source>Put that right, then plan again.</source>
        <translation>바로잡은 다음 다시 계획하십시오.</translation>
    </message>
    <message>
        <source>A secret cannot be read or kept: %1.</source>
        <translation>비밀 값을 읽거나 보관할 수 없습니다: %1.</translation>
    </message>
    <message>
        <source>Unlock the keychain, or check who may read the key file, then try again.</source>
        <translation>키체인을 잠금 해제하거나 키 파일의 권한을 확인한 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The store %1 cannot be opened.</source>
        <translation>%1 저장소를 열 수 없습니다.</translation>
    </message>
    <message>
        <source>Check that the disk is not full and that you may write there. A damaged file can be moved away.</source>
        <translation>디스크가 가득 차지 않았는지, 쓸 권한이 있는지 확인하십시오. 손상된 파일은 옮겨 두어도 됩니다.</translation>
    </message>
    <message>
        <source>%1 was written by a newer Snowmelt.</source>
        <translation>%1 파일은 더 새로운 Snowmelt가 쓴 것입니다.</translation>
    </message>
    <message>
        <source>Use that version; this one leaves the file as it is.</source>
        <translation>그 버전을 쓰십시오. 이 버전은 파일을 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Since %1, for “%2”.</source>
        <translation>%1부터 ‘%2’ 작업을 위해 쥐고 있습니다.</translation>
    </message>
    <message>
        <source>Wait until they are done, or talk to them. If they cannot be reached, “--take-over REASON” takes it.</source>
        <translation>끝날 때까지 기다리거나 그 사람과 이야기하십시오. 연락이 닿지 않으면 ‘--take-over REASON’으로 넘겨받을 수 있습니다.</translation>
    </message>
    <message>
        <source>“%1” is not possible for the deployment of %2 now.</source>
        <translation>지금 %2의 배포에는 ‘%1’ 지시를 내릴 수 없습니다.</translation>
    </message>
    <message>
        <source>It stands still already; “continue” goes on.</source>
        <translation>이미 멈춰 있습니다. ‘continue’로 계속합니다.</translation>
    </message>
    <message>
        <source>It is not paused.</source>
        <translation>일시 정지 상태가 아닙니다.</translation>
    </message>
    <message>
        <source>It is on its way back to blue already.</source>
        <translation>이미 블루로 돌아가는 중입니다.</translation>
    </message>
    <message>
        <source>It is about to stop where it stands.</source>
        <translation>곧 지금 상태에서 멈춥니다.</translation>
    </message>
    <message>
        <source>It is still being planned; try again in a moment.</source>
        <translation>아직 계획을 세우는 중입니다. 잠시 뒤에 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Blue is drained already; nothing waits for its sessions any more.</source>
        <translation>블루를 이미 비웠습니다. 더 기다릴 세션이 없습니다.</translation>
    </message>
    <message>
        <source>It is past its point of no return and about to finish.</source>
        <translation>되돌릴 수 없는 지점을 지나 곧 끝납니다.</translation>
    </message>
    <message>
        <source>The open deployment of %1 cannot take that way (%2).</source>
        <translation>%1의 열린 배포에서는 이 방법을 쓸 수 없습니다(%2).</translation>
    </message>
    <message>
        <source>What serves could not be seen. See that the balancer answers, then try again.</source>
        <translation>무엇이 서비스하는지 확인하지 못했습니다. 밸런서가 응답하는지 확인한 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>It is past its point of no return: continue it, then swap to the earlier version.</source>
        <translation>되돌릴 수 없는 지점을 지났습니다. 계속하여 마친 다음 이전 버전으로 교체하십시오.</translation>
    </message>
    <message>
        <source>It had turned round already: roll it back to its end.</source>
        <translation>이미 되돌리던 중이었습니다. 롤백을 끝까지 마치십시오.</translation>
    </message>
    <message>
        <source>Blue is not whole any more: continue, or adopt what runs.</source>
        <translation>블루가 더 이상 온전하지 않습니다. 계속하거나 지금 상태를 받아들이십시오.</translation>
    </message>
    <message>
        <source>Green is not whole any more: adopt what runs, then replace what is missing.</source>
        <translation>그린이 더 이상 온전하지 않습니다. 지금 상태를 받아들인 다음 없는 것을 다시 만드십시오.</translation>
    </message>
    <message>
        <source>Both sides take new traffic: continue or roll back, so that one of them does.</source>
        <translation>양쪽이 모두 새 트래픽을 받고 있습니다. 한쪽만 받도록 계속하거나 롤백하십시오.</translation>
    </message>
    <message>
        <source>The traffic went back by itself. Look at green’s version, then try again.</source>
        <translation>트래픽이 자동으로 되돌아갔습니다. 그린의 버전을 살펴본 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Of green’s requests %1 % failed; the gate allows %2 %.</source>
        <translation>그린의 요청 중 %1 %가 실패했습니다. 게이트의 한도는 %2 %입니다.</translation>
    </message>
    <message>
        <source>Green took %1 ms for 95 of 100 requests; the gate allows %2 ms.</source>
        <translation>그린은 요청 100건 중 95건에 %1 ms가 걸렸습니다. 게이트의 한도는 %2 ms입니다.</translation>
    </message>
    <message>
        <source>%1 did not pass the check %2: %3</source>
        <translation>%1 노드가 %2 점검을 통과하지 못했습니다: %3</translation>
    </message>
    <message>
        <source>No deployment of the group %1 is under way.</source>
        <translation>그룹 %1에 진행 중인 배포가 없습니다.</translation>
    </message>
    <message>
        <source>To go back, swap %1 to %2: a new deployment of the image it ran before.</source>
        <translation>되돌리려면 %1 그룹을 %2 이미지로 교체하십시오. 전에 실행하던 이미지를 새로 배포하는 것입니다.</translation>
    </message>
    <message>
        <source>The plan has warnings nobody accepted: %1.</source>
        <translation>계획에 아무도 감수하지 않은 주의 사항이 있습니다: %1.</translation>
    </message>
    <message>
        <source>Look at the plan; accept each by its name with “--accept”, or start in the window.</source>
        <translation>계획을 살펴보십시오. ‘--accept’로 하나씩 이름을 들어 감수하거나 창에서 시작하십시오.</translation>
    </message>
    <message>
        <source>Somebody else wrote the configuration of %1 while it was being changed.</source>
        <translation>%1 설정을 바꾸는 동안 다른 사람이 그 설정을 썼습니다.</translation>
    </message>
    <message>
        <source>Nothing of theirs was overwritten. Look at the balancer, then try again.</source>
        <translation>다른 사람이 쓴 것은 덮어쓰지 않았습니다. 밸런서를 살펴본 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>A deployment of %1 is open: nobody works on it, and it has not come to an end.</source>
        <translation>%1의 배포가 열려 있습니다. 아무도 맡고 있지 않으며 끝나지 않았습니다.</translation>
    </message>
    <message>
        <source>“resume” shows how it stands: continue it, roll it back, or adopt what runs.</source>
        <translation>‘resume’이 상태를 보여 줍니다. 계속하거나, 롤백하거나, 지금 상태를 받아들이십시오.</translation>
    </message>
    <message>
        <source>The journal has no deployment %1.</source>
        <translation>저널에 %1 배포가 없습니다.</translation>
    </message>
    <message>
        <source>“history” lists those it has.</source>
        <translation>‘history’가 있는 배포를 보여 줍니다.</translation>
    </message>
    <message>
        <source>The lease of the fleet %1 was taken over by %2: %3</source>
        <translation>%1 플릿의 리스를 %2 님이 넘겨받았습니다: %3</translation>
    </message>
    <message>
        <source>Snowmelt stopped where it stood. “resume” shows how things stand.</source>
        <translation>Snowmelt는 그 자리에서 멈췄습니다. ‘resume’이 지금 상태를 보여 줍니다.</translation>
    </message>
    <message>
        <source>The lease of the fleet %1 expired: its host could not be reached to renew it.</source>
        <translation>%1 플릿의 리스가 만료되었습니다. 호스트에 연결할 수 없어 갱신하지 못했습니다.</translation>
    </message>
    <message>
        <source>The lease of the fleet %1 is gone from its host.</source>
        <translation>%1 플릿의 리스가 호스트에서 사라졌습니다.</translation>
    </message>
    <message>
        <source>The lease of the fleet %1 had expired, and %2 took it.</source>
        <translation>%1 플릿의 리스가 만료되어 %2 님이 가져갔습니다.</translation>
    </message>
    <message>
        <source>Its records cannot be read. Adopt what runs; nodes that get no traffic are then listed as orphans.</source>
        <translation>기록을 읽을 수 없습니다. 지금 상태를 받아들이십시오. 그러면 트래픽을 받지 않는 노드가 고아 항목에 나옵니다.</translation>
    </message>
    <message>
        <source>Correct what the reason says. If the image is at fault, build it again. Then try again.</source>
        <translation>이유에 나온 것을 고치십시오. 이미지가 원인이면 다시 빌드하십시오. 그런 다음 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The list of orphans has what nothing refers to.</source>
        <translation>고아 항목 목록에 아무도 가리키지 않는 것이 나옵니다.</translation>
    </message>
    <message>
        <source>%1 was not reached: %3 does not let %2 in.</source>
        <translation>%1에 연결하지 못했습니다: %3에서 %2 사용자의 로그인을 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>%1 was not reached: the key of %3 is not known, which showed %2.</source>
        <translation>%1에 연결하지 못했습니다: %3의 호스트 키를 알 수 없습니다. 제시한 키는 %2입니다.</translation>
    </message>
    <message>
        <source>StrictHostKeyChecking says to refuse it. Find out whether the key is right, and add it to known_hosts.</source>
        <translation>StrictHostKeyChecking 설정에 따라 거부했습니다. 키가 맞는지 확인한 뒤 known_hosts에 추가하십시오.</translation>
    </message>
    <message>
        <source>The host key of %1 (%2) is not the one that is known: it showed %3.</source>
        <translation>%1(%2)의 호스트 키가 알려진 키와 다릅니다. 제시된 키: %3</translation>
    </message>
    <message>
        <source>Someone may be in between, or the host was set up anew. Find out which; if it was set up anew, remove the old key (%1). Snowmelt does not talk to it.</source>
        <translation>누군가 중간에 있거나 호스트가 새로 설치되었을 수 있습니다. 어느 쪽인지 확인하고, 새로 설치된 것이라면 이전 키(%1)를 지우십시오. Snowmelt는 이 호스트와 통신하지 않습니다.</translation>
    </message>
    <message>
        <source>The host key of %1 (%2) is marked as revoked: %3.</source>
        <translation>%1(%2)의 호스트 키는 폐기된 것으로 표시되어 있습니다: %3</translation>
    </message>
    <message>
        <source>Whoever revoked it (%1) knew why. Snowmelt does not talk to this host.</source>
        <translation>폐기한 사람(%1)에게 이유가 있습니다. Snowmelt는 이 호스트와 통신하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 was not reached: what only a person can say about %2 was not answered.</source>
        <translation>%1에 접속하지 못했습니다. %2에 대해 사람만 답할 수 있는 질문에 답이 없었습니다.</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again in the window or on a terminal, or let the SSH agent hold the key and known_hosts the host&apos;s key.</source>
        <translation>아무것도 바뀌지 않았습니다. 창이나 터미널에서 다시 시도하거나, 키는 SSH 에이전트에, 호스트 키는 known_hosts에 넣어 두십시오.</translation>
    </message>
    <message>
        <source>The SSH configuration that %1 is reached by has an error: %2:%3:%4.</source>
        <translation>%1에 접속할 때 쓰는 SSH 설정에 오류가 있습니다: %2:%3:%4</translation>
    </message>
    <message>
        <source>OpenSSH would not connect either. Correct the line, then try again.</source>
        <translation>OpenSSH도 접속하지 않을 설정입니다. 해당 줄을 고친 뒤 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The SSH configuration of %1 says %2, which Snowmelt does not know how to follow (%3:%4).</source>
        <translation>%1의 SSH 설정에 Snowmelt가 따를 수 없는 %2이(가) 있습니다(%3:%4).</translation>
    </message>
    <message>
        <source>It decides who is reached or trusted, so nothing was sent. Use a keyword Snowmelt follows, such as ProxyJump, for this host.</source>
        <translation>누구에게 접속하고 누구를 신뢰할지 정하는 설정이므로 아무것도 보내지 않았습니다. 이 호스트에는 ProxyJump처럼 Snowmelt가 따르는 키워드를 쓰십시오.</translation>
    </message>
    <message>
        <source>%1 was not reached: the host key of %2 is not known, and nobody agreed to it. It shows %3 %4.</source>
        <translation>%1에 연결하지 못했습니다. %2의 호스트 키를 알 수 없고 아무도 동의하지 않았습니다. 제시된 키: %3 %4.</translation>
    </message>
    <message>
        <source>Compare the fingerprint with one from a source you trust. Then try again in the window or on a terminal and agree, or add the key to %1.</source>
        <translation>지문을 믿을 수 있는 곳의 지문과 비교하십시오. 그런 다음 창이나 터미널에서 다시 시도하여 동의하거나 키를 %1에 추가하십시오.</translation>
    </message>
    <message>
        <source>%1 was not reached: %2 takes the key %3, which is locked, and nobody gave its passphrase.</source>
        <translation>%1에 연결하지 못했습니다. %2은(는) 키 %3을(를) 받지만 키가 잠겨 있고 아무도 암호문을 입력하지 않았습니다.</translation>
    </message>
    <message>
        <source>Let the SSH agent hold the key (ssh-add), or try again in the window or on a terminal, where it is asked for.</source>
        <translation>SSH 에이전트에 키를 넣거나(ssh-add) 암호문을 묻는 창이나 터미널에서 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>%1 was not reached: %2 wants the password of %3, and nobody gave it.</source>
        <translation>%1에 연결하지 못했습니다. %2이(가) %3의 비밀번호를 요구하지만 아무도 입력하지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 was not reached: %2 has a question for %3, such as a code, and nobody answered it.</source>
        <translation>%1에 연결하지 못했습니다. %2이(가) %3에게 코드와 같은 것을 묻지만 아무도 답하지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 was not reached: no address was found for %2.</source>
        <translation>%1에 닿지 못했습니다. %2의 주소를 찾을 수 없습니다.</translation>
    </message>
    <message>
        <source>Its SSH server hangs or is overloaded. Look at the node; one that Snowmelt made can be replaced with “rebirth”.</source>
        <translation>SSH 서버가 멈추었거나 과부하 상태입니다. 노드를 확인하십시오. Snowmelt가 만든 노드는 “rebirth”로 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>The mirror does not have %1 in the locked version %2 any more, and it is not kept here.</source>
        <translation>미러에 잠긴 버전 %2의 %1 패키지가 더는 없고, 이 컴퓨터에도 남아 있지 않습니다.</translation>
    </message>
    <message>
        <source>Names like it: %1. Correct the recipe, then build again.</source>
        <translation>비슷한 이름: %1. 레시피를 고친 뒤 다시 만드십시오.</translation>
    </message>
    <message>
        <source>“%1” opens a shell in its root as it was left. Then correct the command in the recipe and build again, which removes that root.</source>
        <translation>“%1”(으)로 실패한 그대로의 루트에서 셸을 열 수 있습니다. 그런 다음 레시피의 명령을 고치고 다시 만드십시오. 그러면 그 루트는 지워집니다.</translation>
    </message>
    <message>
        <source>How %1 was built was not written down: it is from before Snowmelt did that, or from elsewhere.</source>
        <translation>%1 이미지를 어떻게 빌드했는지 기록되어 있지 않습니다. Snowmelt가 기록하기 전에 빌드했거나 다른 곳에서 온 이미지입니다.</translation>
    </message>
    <message>
        <source>Build it again from scratch to have its provenance.</source>
        <translation>출처 기록이 필요하면 처음부터 다시 빌드하십시오.</translation>
    </message>
    <message>
        <source>The lock %1 cannot be read at line %2, column %3.</source>
        <translation>잠금 파일 %1의 %2행 %3열을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The recipe of %1 asks for %2, which its lock does not have.</source>
        <translation>%1의 레시피가 요구하는 %2 패키지가 잠금 파일에 없습니다.</translation>
    </message>
    <message>
        <source>The package %1 from %2 is not the one that was locked.</source>
        <translation>%2에서 받은 패키지 %1은 잠근 것과 다릅니다.</translation>
    </message>
    <message>
        <source>It was not used. The mirror gave other bytes under the same name: find out why before you build.</source>
        <translation>사용하지 않았습니다. 미러가 같은 이름으로 다른 내용을 주었습니다. 빌드하기 전에 까닭을 확인하십시오.</translation>
    </message>
    <message>
        <source>What the package mirror %1 says of itself is out of date.</source>
        <translation>패키지 미러 %1이 자신에 대해 알리는 정보가 기한을 넘겼습니다.</translation>
    </message>
    <message>
        <source>Its copy stopped being renewed, or this machine&apos;s clock is wrong. Nothing was built.</source>
        <translation>미러의 사본이 더는 갱신되지 않거나 이 컴퓨터의 시계가 틀렸습니다. 아무것도 빌드하지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 is too large for an image: %2, and at most %3 fit.</source>
        <translation>%1은 이미지에 넣기에 너무 큽니다. 크기는 %2이고 최대 %3까지 들어갑니다.</translation>
    </message>
    <message>
        <source>%1 may be more than one image: %2.</source>
        <translation>%1에 해당하는 이미지가 여럿입니다: %2.</translation>
    </message>
    <message>
        <source>Write more of the digest.</source>
        <translation>다이제스트를 더 길게 쓰십시오.</translation>
    </message>
    <message>
        <source>%1 is no image that can be taken in.</source>
        <translation>%1은 가져올 수 있는 이미지가 아닙니다.</translation>
    </message>
    <message>
        <source>%1 has no signature.</source>
        <translation>%1 이미지에 서명이 없습니다.</translation>
    </message>
    <message>
        <source>Have it signed with “sign”, by somebody whom allowed_signers beside the blueprint names.</source>
        <translation>블루프린트 옆의 allowed_signers에 있는 사람이 “sign”으로 서명해야 합니다.</translation>
    </message>
    <message>
        <source>The signature of %1 by %2 does not hold.</source>
        <translation>%2의 %1 서명이 유효하지 않습니다.</translation>
    </message>
    <message>
        <source>%1 was booted and did not serve within %2 seconds: %3.</source>
        <translation>%1을(를) 부팅했지만 %2초 안에 요청을 처리하지 못했습니다: %3.</translation>
    </message>
    <message>
        <source>%1 failed its test “%2” (%3).</source>
        <translation>%1이(가) 테스트 “%2”에 실패했습니다(%3).</translation>
    </message>
    <message>
        <source>It is no version. Correct the image or the test in its recipe, then build again.</source>
        <translation>버전이 되지 않았습니다. 레시피에서 이미지나 테스트를 고친 뒤 다시 빌드하십시오.</translation>
    </message>
    <message>
        <source>Packer does not take the template %2 of %1.</source>
        <translation>Packer가 %1의 템플릿 %2을(를) 받아들이지 않습니다.</translation>
    </message>
    <message>
        <source>Packer failed to build %1 (%2).</source>
        <translation>Packer가 %1을(를) 빌드하지 못했습니다(%2).</translation>
    </message>
    <message>
        <source>%1 needs the Packer plugin %2, which is not installed.</source>
        <translation>%1에는 Packer 플러그인 %2이(가) 필요하지만 설치되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Install it: %1</source>
        <translation>설치하십시오: %1</translation>
    </message>
    <message>
        <source>What Packer made of %1 is no root that can be taken in: %2.</source>
        <translation>Packer가 %1에서 만든 것은 받아들일 수 있는 루트가 아닙니다: %2.</translation>
    </message>
    <message>
        <source>The build host %1 has no %2.</source>
        <translation>빌드 호스트 %1에 %2이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Install it there: apt install %1</source>
        <translation>그 호스트에 설치하십시오: apt install %1</translation>
    </message>
    <message>
        <source>%1 cannot build images: %2.</source>
        <translation>%1은(는) 이미지를 빌드할 수 없습니다: %2.</translation>
    </message>
    <message>
        <source>Nothing was built. Put that right there, or build on another host.</source>
        <translation>아무것도 빌드하지 않았습니다. 그 호스트에서 바로잡거나 다른 호스트에서 빌드하십시오.</translation>
    </message>
    <message>
        <source>%1 was not built by Packer.</source>
        <translation>%1은(는) Packer로 빌드한 이미지가 아닙니다.</translation>
    </message>
    <message>
        <source>How it was built is in its provenance.</source>
        <translation>어떻게 빌드했는지는 출처(provenance)에 있습니다.</translation>
    </message>
    <message>
        <source>it is not named as [user@]host[:port]</source>
        <translation>이름이 [user@]host[:port] 형식이 아닙니다</translation>
    </message>
    <message>
        <source>its login is not root, may not become root with sudo -n, and has no user namespace to be root of</source>
        <translation>로그인이 root가 아니고 sudo -n으로 root가 될 수 없으며 root가 될 사용자 네임스페이스도 없습니다</translation>
    </message>
    <message>
        <source>overlay file systems do not work there</source>
        <translation>그곳에서는 overlay 파일 시스템이 동작하지 않습니다</translation>
    </message>
    <message>
        <source>its processor is of another kind: %1</source>
        <translation>프로세서의 종류가 다릅니다: %1</translation>
    </message>
    <message>
        <source>only %1 are free there</source>
        <translation>그곳의 여유 공간이 %1뿐입니다</translation>
    </message>
    <message>
        <source>its folder %1 cannot be used</source>
        <translation>폴더 %1을(를) 사용할 수 없습니다</translation>
    </message>
    <message>
        <source>what Packer makes is built on this machine only</source>
        <translation>Packer가 만드는 것은 이 컴퓨터에서만 빌드합니다</translation>
    </message>
    <message>
        <source>%1 was booted, and what it runs ended: %2.</source>
        <translation>%1을(를) 부팅했지만 실행 중이던 것이 끝났습니다: %2.</translation>
    </message>
    <message>
        <source>%1 is made by Packer, so no lock holds its packages still.</source>
        <translation>%1은(는) Packer가 만들므로 패키지를 잠금으로 고정할 수 없습니다.</translation>
    </message>
    <message>
        <source>Say the versions in its template. A lock beside its recipe can be removed.</source>
        <translation>버전은 템플릿에 적으십시오. 레시피 옆에 있는 잠금은 지워도 됩니다.</translation>
    </message>
    <message>
        <source>Start Snowmelt as root, or with sudo. Or give yourself subordinate ids (/etc/subuid, /etc/subgid, package uidmap).</source>
        <translation>Snowmelt를 root로, 또는 sudo로 시작하십시오. 아니면 자신에게 하위 ID를 주십시오(/etc/subuid, /etc/subgid, 패키지 uidmap).</translation>
    </message>
    <message>
        <source>The store is as it was. Export the image anew where it was built, and see that all of the file arrives.</source>
        <translation>저장소는 그대로입니다. 이미지를 만든 곳에서 다시 내보내고, 파일이 온전히 도착했는지 확인하십시오.</translation>
    </message>
    <message>
        <source>Do not use the image until you know why: ask the signer which image they signed.</source>
        <translation>까닭을 알기 전에는 이미지를 쓰지 마십시오. 어느 이미지에 서명했는지 서명한 사람에게 물어보십시오.</translation>
    </message>
    <message>
        <source>It is no version. Correct its recipe by what it said last, then build again.</source>
        <translation>버전이 되지 않았습니다. 마지막으로 남긴 말을 보고 레시피를 고친 다음 다시 빌드하십시오.</translation>
    </message>
    <message>
        <source>What %1 runs ended while its test “%2” ran: %3.</source>
        <translation>%1의 테스트 “%2”이(가) 실행되는 동안 이미지가 실행하던 것이 끝났습니다: %3.</translation>
    </message>
    <message>
        <source>Nothing was built. Correct the template where Packer points at it, then build again.</source>
        <translation>아무것도 빌드하지 않았습니다. Packer가 가리키는 곳의 템플릿을 고친 다음 다시 빌드하십시오.</translation>
    </message>
    <message>
        <source>The store is as it was. Correct the template by what Packer said last, then build again.</source>
        <translation>저장소는 그대로입니다. Packer가 마지막으로 남긴 말을 보고 템플릿을 고친 다음 다시 빌드하십시오.</translation>
    </message>
    <message>
        <source>The store is as it was. Correct what the template makes, or “artifact” in the recipe, then build again.</source>
        <translation>저장소는 그대로입니다. 템플릿이 만드는 것이나 레시피의 “artifact”를 고친 다음 다시 빌드하십시오.</translation>
    </message>
    <message>
        <source>Give the user a key it accepts, or try again in the window or on a terminal, where the password is asked for.</source>
        <translation>호스트가 받는 키를 사용자에게 주거나 비밀번호를 묻는 창이나 터미널에서 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Give the user a key it accepts, or try again in the window or on a terminal, where the question is shown.</source>
        <translation>호스트가 받는 키를 사용자에게 주거나 질문을 보여 주는 창이나 터미널에서 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>%1 needs a folder for what must not outlive a session, and there is none.</source>
        <translation>%1에는 세션이 끝나면 사라져야 하는 것을 둘 폴더가 필요한데, 그런 폴더가 없습니다.</translation>
    </message>
    <message>
        <source>Log in as this user rather than with “su” or from cron, or keep a session of theirs with “loginctl enable-linger”; or set XDG_RUNTIME_DIR to a folder that nobody else may write to.</source>
        <translation>“su”나 cron 대신 이 사용자로 로그인하거나, “loginctl enable-linger”로 이 사용자의 세션을 유지하십시오. 또는 다른 사람이 쓸 수 없는 폴더를 XDG_RUNTIME_DIR에 지정하십시오.</translation>
    </message>
    <message>
        <source>%1 may not use %2, which an ordinary user&apos;s networks need.</source>
        <translation>%1에서 %2을(를) 사용할 수 없습니다. 일반 사용자의 네트워크에 필요합니다.</translation>
    </message>
    <message>
        <source>As root: “modprobe tun”, then “chmod 0666 %1”. Or run Snowmelt as root.</source>
        <translation>루트로 “modprobe tun”을 실행한 다음 “chmod 0666 %1”을 실행하십시오. 또는 Snowmelt를 루트로 실행하십시오.</translation>
    </message>
    <message>
        <source>Correct the name where it was given or in the SSH configuration, or see that the name service knows it.</source>
        <translation>이름을 입력한 곳이나 SSH 설정에서 이름을 고치거나, 이름 서비스가 그 이름을 알고 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>OpenSSH, as “ssh -v”, should fail in the same way; give the user a key or password it accepts.</source>
        <translation>OpenSSH(“ssh -v”)도 똑같이 실패할 것입니다. 받아들여지는 키나 암호를 이 사용자에게 주십시오.</translation>
    </message>
    <message>
        <source>Move the lock with “update --write”; “update” alone says what would change. Or copy cache/debs of the data folder from a machine that has built it.</source>
        <translation>‘update --write’로 잠금을 옮기십시오. ‘update’만 쓰면 무엇이 바뀔지 알려 줍니다. 또는 이 이미지를 만든 컴퓨터에서 데이터 폴더의 cache/debs를 복사해 오십시오.</translation>
    </message>
    <message>
        <source>There is a password in the address of the package mirror: every node would have it.</source>
        <translation>패키지 미러의 주소에 비밀번호가 들어 있습니다. 그대로 두면 모든 노드가 갖게 됩니다.</translation>
    </message>
    <message>
        <source>Lock the recipe: “update --write”. Locked packages are fetched with the password, and the image gets the address without it.</source>
        <translation>‘update --write’로 레시피를 잠그십시오. 잠긴 패키지는 비밀번호로 받아 오고, 이미지에는 비밀번호를 뺀 주소만 들어갑니다.</translation>
    </message>
    <message>
        <source>Proving an image, and building what Packer makes, take root on this machine.</source>
        <translation>이미지를 증명하거나 Packer가 만드는 것을 빌드하려면 이 컴퓨터의 루트 권한이 필요합니다.</translation>
    </message>
    <message>
        <source>Start Snowmelt as root, or with sudo.</source>
        <translation>Snowmelt를 루트로, 또는 sudo로 시작하십시오.</translation>
    </message>
    <message>
        <source>Take it back from your version control, or write it anew with “update --write”. Nothing was built.</source>
        <translation>버전 관리에서 되돌리거나 ‘update --write’로 새로 쓰십시오. 아무것도 빌드하지 않았습니다.</translation>
    </message>
    <message>
        <source>Move the lock with “update --write”; “update” alone says what would change.</source>
        <translation>‘update --write’로 잠금을 옮기십시오. ‘update’만 쓰면 무엇이 바뀔지 알려 줍니다.</translation>
    </message>
    <message>
        <source>Nodes fetch data of this size better from a volume. Take it out of the recipe, or out of the folder of its Packer template.</source>
        <translation>이 크기의 데이터는 노드가 볼륨에서 가져오는 편이 낫습니다. 레시피나 Packer 템플릿의 폴더에서 빼십시오.</translation>
    </message>
    <message>
        <source>The folder of the template %2 of %1 has too many names; at most 4,096.</source>
        <translation>%1의 템플릿 %2이(가) 있는 폴더에 항목이 너무 많습니다. 최대 4,096개입니다.</translation>
    </message>
    <message>
        <source>Give the template a folder of its own.</source>
        <translation>템플릿만의 폴더를 따로 두십시오.</translation>
    </message>
    <message>
        <source>Both sides stay. Wait until those clients are done, then bring it to an end: “resume --continue”.</source>
        <translation>양쪽 모두 그대로 있습니다. 그 클라이언트들이 끝날 때까지 기다린 다음 ‘resume --continue’로 끝맺으십시오.</translation>
    </message>
    <message>
        <source>There is nothing to swap. “rebirth” replaces nodes by fresh ones of the same image.</source>
        <translation>교체할 것이 없습니다. 같은 이미지의 새 노드로 바꾸려면 ‘rebirth’를 쓰십시오.</translation>
    </message>
    <message>
        <source>%1 is no orphan: something refers to it, or there is no such thing.</source>
        <translation>%1 항목은 고아가 아닙니다. 가리키는 것이 있거나 그런 항목이 없습니다.</translation>
    </message>
    <message>
        <source>The index of the image store %1 is damaged.</source>
        <translation>이미지 저장소 %1의 색인이 손상되었습니다.</translation>
    </message>
    <message>
        <source>Put an index.json from a backup in its place, or move it away and build again. “images --verify” names what is damaged.</source>
        <translation>백업한 index.json으로 되돌리거나, 옮겨 두고 다시 빌드하십시오. ‘images --verify’가 손상된 것을 알려 줍니다.</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>up %1 min</source>
        <translation>가동 %1분</translation>
    </message>
    <message>
        <source>up %1</source>
        <translation>가동 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n session(s)</source>
        <translation>
            <numerusform>세션 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>born from %1 at %2</source>
        <translation>%2에 %1에서 태어남</translation>
    </message>
    <message>
        <source>not scanned yet</source>
        <translation>아직 스캔하지 않음</translation>
    </message>
    <message>
        <source>could not be scanned</source>
        <translation>스캔할 수 없었음</translation>
    </message>
    <message>
        <source>no differences</source>
        <translation>차이 없음</translation>
    </message>
    <message>
        <source>%1; something could not be seen</source>
        <translation>%1, 볼 수 없었던 것이 있음</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>헬스 상태</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>드리프트</translation>
    </message>
    <message>
        <source>Share of traffic</source>
        <translation>트래픽 비율</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Sessions open</source>
        <translation>열린 세션</translation>
    </message>
    <message>
        <source>Slot</source>
        <translation>슬롯</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>SSH</source>
        <translation>SSH</translation>
    </message>
    <message>
        <source>Birth image</source>
        <translation>태어난 이미지</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>다이제스트</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>드라이버</translation>
    </message>
    <message>
        <source>Clients connect to</source>
        <translation>클라이언트 접속 주소</translation>
    </message>
    <message>
        <source>Serves</source>
        <translation>담당 그룹</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>엔진</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>프라이머리</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Schema</source>
        <translation>스키마</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>볼륨</translation>
    </message>
    <message>
        <source>kept when the fleet goes down</source>
        <translation>플릿을 내려도 남음</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1개</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>실행 이미지</translation>
    </message>
    <message>
        <source>Blueprint says</source>
        <translation>블루프린트</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n node(s)</source>
        <translation>
            <numerusform>%1, 노드 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Port</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>헬스 체크</translation>
    </message>
    <message>
        <source>Uses</source>
        <translation>의존 대상</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>실행 중 아님</translation>
    </message>
    <message>
        <source>Drifted</source>
        <translation>드리프트</translation>
    </message>
    <message>
        <source>Could not see</source>
        <translation>볼 수 없음</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>플랫폼</translation>
    </message>
    <message>
        <source>Fleet id</source>
        <translation>플릿 ID</translation>
    </message>
    <message>
        <source>Blueprint</source>
        <translation>블루프린트</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>레시피</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>계층</translation>
    </message>
    <message>
        <source>Parent</source>
        <translation>부모</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>빌드 시각</translation>
    </message>
    <message>
        <source>Build took</source>
        <translation>빌드 시간</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Own layer</source>
        <translation>자체 레이어</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>패키지</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/초</translation>
    </message>
    <message numerus="yes">
        <source>still %1, %n node(s)</source>
        <translation>
            <numerusform>아직 %1, 노드 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Since</source>
        <translation>시작 시각</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>영역</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>자세한 내용</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>경유</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>호스트</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>reached; how its service does is not asked</source>
        <translation>연결됨; 서비스 상태는 확인하지 않음</translation>
    </message>
    <message>
        <source>replica of %1</source>
        <translation>%1의 복제본</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Serves after</source>
        <translation>서비스 시작까지</translation>
    </message>
</context>
<context>
    <name>FailureWording</name>
    <message>
        <source>in %1</source>
        <translation>%1 걸림</translation>
    </message>
    <message>
        <source>%1 on nodes that are gone</source>
        <translation>사라진 노드에서 %1건</translation>
    </message>
    <message>
        <source>%1 without a node: the balancer answered them itself</source>
        <translation>노드 없이 %1건: 밸런서가 직접 응답했습니다</translation>
    </message>
    <message>
        <source>The balancer counts by slot, and this slot had another node since it began to count.</source>
        <translation>밸런서는 슬롯별로 집계하며, 집계를 시작한 뒤 이 슬롯에 다른 노드가 있었습니다.</translation>
    </message>
    <message>
        <source>Failed requests unknown: the balancer could not be asked</source>
        <translation>실패한 요청 수를 알 수 없음: 밸런서에 물어볼 수 없었습니다</translation>
    </message>
    <message>
        <source>No request failed</source>
        <translation>실패한 요청 없음</translation>
    </message>
    <message>
        <source>%1 of %2 requests failed (%3 %)</source>
        <translation>요청 %2건 중 %1건 실패 (%3 %)</translation>
    </message>
    <message>
        <source>counted since %1</source>
        <translation>%1부터 집계</translation>
    </message>
    <message>
        <source>%1 requests, counted since %2</source>
        <translation>요청 %1건, %2부터 집계</translation>
    </message>
    <message>
        <source>none of %1 failed</source>
        <translation>%1건 중 실패 없음</translation>
    </message>
    <message>
        <source>at most %1 of %2 failed</source>
        <translation>%2건 중 최대 %1건 실패</translation>
    </message>
    <message>
        <source>%1 of %2 failed</source>
        <translation>%2건 중 %1건 실패</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <comment>down since 14:02</comment>
        <translation>%2부터 %1</translation>
    </message>
</context>
<context>
    <name>FigureLegend</name>
    <message>
        <source>dotted line: no new traffic</source>
        <translation>점선: 새 트래픽 없음</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>범례</translation>
    </message>
    <message>
        <source>Δ2: two differences from its image; ?: not scanned, or not all seen</source>
        <translation>Δ2: 이미지와 다른 점 2개, ?: 스캔하지 않았거나 일부 확인 불가</translation>
    </message>
</context>
<context>
    <name>FigureText</name>
    <message>
        <source>not created yet</source>
        <translation>아직 만들어지지 않음</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s), not listed one by one</source>
        <translation>
            <numerusform>노드 %n개, 하나씩 나열하지 않음</numerusform>
        </translation>
    </message>
    <message>
        <source>clients</source>
        <translation>클라이언트</translation>
    </message>
    <message>
        <source>zone %1</source>
        <translation>영역 %1</translation>
    </message>
    <message>
        <source>one more</source>
        <translation>하나 더</translation>
    </message>
    <message>
        <source>drift: %1</source>
        <translation>드리프트: %1</translation>
    </message>
    <message>
        <source>%1 of %2 healthy</source>
        <translation>%2개 중 %1개 정상</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s), not created yet</source>
        <translation>
            <numerusform>노드 %n개, 아직 만들어지지 않음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n with drift</source>
        <translation>
            <numerusform>드리프트 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>replica of %1</source>
        <translation>%1의 복제본</translation>
    </message>
    <message>
        <source>pair</source>
        <translation>이중화 짝</translation>
    </message>
    <message>
        <source>replica</source>
        <translation>복제</translation>
    </message>
    <message numerus="yes">
        <source>%n open session(s)</source>
        <translation>
            <numerusform>열린 세션 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>seen %1 UTC</source>
        <translation>%1 UTC에 확인</translation>
    </message>
    <message>
        <source>as the blueprint says, not seen yet</source>
        <translation>블루프린트 기준, 아직 확인하지 않음</translation>
    </message>
    <message>
        <source>exported %1</source>
        <translation>%1 내보냄</translation>
    </message>
    <message>
        <source>%1 balancers, %2 … %3</source>
        <translation>밸런서 %1개, %2 … %3</translation>
    </message>
    <message>
        <source>%1 databases, %2 … %3</source>
        <translation>데이터베이스 %1개, %2 … %3</translation>
    </message>
    <message>
        <source>%1 caches, %2 … %3</source>
        <translation>캐시 %1개, %2 … %3</translation>
    </message>
    <message>
        <source>%1 groups, %2 … %3</source>
        <translation>그룹 %1개, %2 … %3</translation>
    </message>
    <message>
        <source>drift: not scanned</source>
        <translation>드리프트: 스캔하지 않음</translation>
    </message>
    <message>
        <source>drift: not all seen</source>
        <translation>드리프트: 일부 확인 불가</translation>
    </message>
    <message>
        <source>drift: %1, not all seen</source>
        <translation>드리프트: %1, 일부 확인 불가</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s), not looked at</source>
        <translation>
            <numerusform>노드 %n개, 살펴보지 않음</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FleetRows</name>
    <message>
        <source>Fleet</source>
        <translation>플릿</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>History</source>
        <translation>이력</translation>
    </message>
    <message numerus="yes">
        <source>%n server(s)</source>
        <translation>
            <numerusform>서버 %n대</numerusform>
        </translation>
    </message>
    <message>
        <source>not running</source>
        <translation>실행 중 아님</translation>
    </message>
    <message>
        <source>schema %1</source>
        <translation>스키마 %1</translation>
    </message>
    <message>
        <source>has no end in the journal</source>
        <translation>저널에 끝이 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s)</source>
        <translation>
            <numerusform>호스트 %n대</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FleetWording</name>
    <message>
        <source>unknown</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>저하됨</translation>
    </message>
    <message>
        <source>draining</source>
        <translation>비우는 중</translation>
    </message>
    <message>
        <source>down</source>
        <translation>다운</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>created, not started</source>
        <translation>만들어졌으나 시작되지 않음</translation>
    </message>
    <message>
        <source>running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>Balancer</source>
        <translation>밸런서</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>데이터베이스</translation>
    </message>
    <message>
        <source>blue</source>
        <translation>블루</translation>
    </message>
    <message>
        <source>green</source>
        <translation>그린</translation>
    </message>
    <message>
        <source>OS</source>
        <translation>OS</translation>
    </message>
    <message>
        <source>Foundation</source>
        <translation>기반</translation>
    </message>
    <message>
        <source>Immutable</source>
        <translation>불변</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>시작하는 중</translation>
    </message>
    <message>
        <source>never started</source>
        <translation>시작된 적 없음</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>확인하지 않음</translation>
    </message>
    <message>
        <source>no server is up</source>
        <translation>응답하는 서버 없음</translation>
    </message>
    <message>
        <source>This makes %L1 machines for the fleet %2. If that is more than you meant, look at the sizes in its blueprint first.</source>
        <translation>플릿 %2에 머신 %L1대를 만듭니다. 의도보다 많다면 먼저 블루프린트의 크기를 확인하십시오.</translation>
    </message>
    <message>
        <source>does not answer SSH</source>
        <translation>SSH에 응답하지 않음</translation>
    </message>
    <message>
        <source>SSH hangs</source>
        <translation>SSH가 멈춤</translation>
    </message>
    <message>
        <source>does not let us in</source>
        <translation>로그인을 허용하지 않음</translation>
    </message>
    <message>
        <source>connection broke off</source>
        <translation>연결이 끊김</translation>
    </message>
    <message>
        <source>took too long</source>
        <translation>너무 오래 걸림</translation>
    </message>
    <message>
        <source>host key changed</source>
        <translation>호스트 키가 바뀜</translation>
    </message>
    <message>
        <source>host key revoked</source>
        <translation>호스트 키가 폐기됨</translation>
    </message>
    <message>
        <source>a question was not answered</source>
        <translation>물음에 답하지 않음</translation>
    </message>
    <message>
        <source>error in the SSH configuration</source>
        <translation>SSH 설정에 오류가 있음</translation>
    </message>
    <message>
        <source>SSH configuration not supported</source>
        <translation>지원하지 않는 SSH 설정</translation>
    </message>
    <message>
        <source>no shell behind the login</source>
        <translation>로그인한 뒤 셸이 없음</translation>
    </message>
    <message>
        <source>host key not known</source>
        <translation>호스트 키를 모름</translation>
    </message>
    <message>
        <source>passphrase needed</source>
        <translation>암호문 필요</translation>
    </message>
    <message>
        <source>password needed</source>
        <translation>비밀번호 필요</translation>
    </message>
    <message>
        <source>its question needs an answer</source>
        <translation>질문에 답해야 함</translation>
    </message>
</context>
<context>
    <name>GapWords</name>
    <message>
        <source>The journal has no events of it.</source>
        <translation>저널에 이 작업의 이벤트가 없습니다.</translation>
    </message>
    <message>
        <source>Its first event is missing.</source>
        <translation>첫 이벤트가 없습니다.</translation>
    </message>
    <message>
        <source>No look at the fleet was recorded, so there is nothing to draw.</source>
        <translation>플릿을 살펴본 기록이 없어 그릴 것이 없습니다.</translation>
    </message>
    <message>
        <source>Its plan is missing: only what was looked at is shown.</source>
        <translation>계획이 없습니다. 살펴본 것만 보여 줍니다.</translation>
    </message>
    <message>
        <source>Events of steps are missing: between them the fleet may have looked otherwise.</source>
        <translation>단계의 이벤트가 빠져 있습니다. 그 사이에는 플릿의 모습이 달랐을 수 있습니다.</translation>
    </message>
    <message>
        <source>It has no end in the journal: it still runs, or its process died.</source>
        <translation>저널에 끝이 없습니다. 아직 진행 중이거나 프로세스가 죽었습니다.</translation>
    </message>
    <message>
        <source>The clock was set back while it ran: times after that are shown too close together.</source>
        <translation>진행되는 동안 시계가 뒤로 돌아갔습니다. 그 뒤의 시각은 실제보다 가깝게 표시됩니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) could not be read: a newer Snowmelt wrote them, or they are damaged.</source>
        <translation>
            <numerusform>이벤트 %n개를 읽을 수 없습니다. 더 새로운 Snowmelt가 썼거나 손상되었습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GroupCells</name>
    <message>
        <source>absent</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>present</source>
        <translation>있음</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>다름</translation>
    </message>
</context>
<context>
    <name>GroupDriftText</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>그 밖에 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 외 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 of %n node(s) differ</source>
        <translation>
            <numerusform>%1: 노드 %n개 중 %2개가 다름</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: all %n node(s) are alike</source>
        <translation>
            <numerusform>%1: 노드 %n개가 모두 같음</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: no difference in what could be seen</source>
        <translation>%1: 볼 수 있었던 것에는 차이 없음</translation>
    </message>
    <message>
        <source>against what most have</source>
        <translation>다수가 가진 것과 비교</translation>
    </message>
    <message>
        <source>against %1</source>
        <translation>%1와(과) 비교</translation>
    </message>
    <message>
        <source>Most have</source>
        <translation>다수의 값</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) are alike</source>
        <translation>
            <numerusform>노드 %n개는 같음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) could not be looked at</source>
        <translation>
            <numerusform>노드 %n개를 볼 수 없었음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) could not be seen in full</source>
        <translation>
            <numerusform>노드 %n개를 다 볼 수는 없었음</numerusform>
        </translation>
    </message>
    <message>
        <source>it could not be looked at</source>
        <translation>볼 수 없었음</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) have it so</source>
        <translation>
            <numerusform>노드 %n개가 이와 같음</numerusform>
        </translation>
    </message>
    <message>
        <source>the same</source>
        <translation>같음</translation>
    </message>
    <message>
        <source>could not be seen</source>
        <translation>볼 수 없었음</translation>
    </message>
    <message>
        <source>could not be seen: %1</source>
        <translation>볼 수 없었음: %1</translation>
    </message>
    <message>
        <source>no majority</source>
        <translation>다수 없음</translation>
    </message>
    <message>
        <source>changed %1</source>
        <translation>%1에 바뀜</translation>
    </message>
    <message>
        <source>%1: nothing to compare with</source>
        <translation>%1: 비교할 대상이 없음</translation>
    </message>
    <message>
        <source>%1: nothing differs but what rules hide</source>
        <translation>%1: 규칙이 숨기는 것 외에는 다른 것이 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n rule(s)</source>
        <translation>
            <numerusform>규칙 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 hidden by %2 of the blueprint</source>
        <translation>블루프린트의 %2가 숨긴 %1</translation>
    </message>
    <message>
        <source>hidden by %1</source>
        <translation>%1 규칙이 숨김</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) differ only in what rules hide</source>
        <translation>
            <numerusform>노드 %n개는 규칙이 숨기는 것만 다름</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Happening</name>
    <message>
        <source>Began: %1</source>
        <translation>시작: %1</translation>
    </message>
    <message numerus="yes">
        <source>The plan was made: %n step(s)</source>
        <translation>
            <numerusform>계획을 세움: %n단계</numerusform>
        </translation>
    </message>
    <message>
        <source>Done: %1 (%2)</source>
        <translation>완료: %1(%2)</translation>
    </message>
    <message>
        <source>Failed: %1. %2</source>
        <translation>실패: %1. %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 accepted %n warning(s)</source>
        <translation>
            <numerusform>%1 님이 주의 %n건을 감수함</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 took the lease</source>
        <translation>%1 님이 리스를 쥠</translation>
    </message>
    <message>
        <source>%1 took the lease over from %2: %3</source>
        <translation>%1 님이 %2에게서 리스를 넘겨받음: %3</translation>
    </message>
    <message>
        <source>Paused: %1</source>
        <translation>일시 정지: %1</translation>
    </message>
    <message>
        <source>Went on: %1</source>
        <translation>계속: %1</translation>
    </message>
</context>
<context>
    <name>HostWording</name>
    <message>
        <source>not looked at yet</source>
        <translation>아직 확인하지 않음</translation>
    </message>
    <message>
        <source>reached</source>
        <translation>연결됨</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>%1 of %2 reached</source>
        <translation>%2대 중 %1대 연결됨</translation>
    </message>
</context>
<context>
    <name>HoverCard</name>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Blueprint</source>
        <translation>블루프린트</translation>
    </message>
    <message>
        <source>another image</source>
        <translation>다른 이미지</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>드리프트</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>트래픽</translation>
    </message>
    <message>
        <source>%1 of the group&apos;s</source>
        <translation>그룹의 %1</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>세션</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Counted since</source>
        <translation>집계 시작</translation>
    </message>
    <message>
        <source>Driver</source>
        <translation>드라이버</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>엔진</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>프로세서</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>영역</translation>
    </message>
    <message>
        <source>Scanned</source>
        <translation>스캔</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>호스트</translation>
    </message>
</context>
<context>
    <name>ImageWording</name>
    <message numerus="yes">
        <source>%n file(s) of packages that differ</source>
        <translation>
            <numerusform>달라진 패키지의 파일 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>차이 없음</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>패키지</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>User groups</source>
        <translation>사용자 그룹</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>레시피</translation>
    </message>
    <message>
        <source>added</source>
        <translation>추가됨</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>제거됨</translation>
    </message>
    <message>
        <source>newer</source>
        <translation>새 버전</translation>
    </message>
    <message>
        <source>older</source>
        <translation>이전 버전</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>바뀜</translation>
    </message>
    <message>
        <source>Who changed the recipe is not known: git is not installed on this machine.</source>
        <translation>누가 레시피를 바꾸었는지 알 수 없습니다. 이 컴퓨터에 git이 없습니다.</translation>
    </message>
    <message>
        <source>Who changed the recipe is not known: it is not kept in git.</source>
        <translation>누가 레시피를 바꾸었는지 알 수 없습니다. 레시피가 git에 없습니다.</translation>
    </message>
    <message>
        <source>Who changed the recipe is not known: git did not say.</source>
        <translation>누가 레시피를 바꾸었는지 알 수 없습니다. git이 답하지 않았습니다.</translation>
    </message>
    <message>
        <source>Who changed the recipe, from git:</source>
        <translation>레시피를 바꾼 사람(git 기록):</translation>
    </message>
    <message>
        <source>Who changed the recipe is not known: it is in no commit yet.</source>
        <translation>누가 레시피를 바꾸었는지 알 수 없습니다. 아직 커밋되지 않았습니다.</translation>
    </message>
    <message>
        <source>Not both recipes are in git as they were built. The last commits that touched it:</source>
        <translation>빌드한 그대로의 두 레시피가 모두 git에 있지는 않습니다. 레시피를 건드린 마지막 커밋:</translation>
    </message>
    <message>
        <source>Whether the recipes differ is not known: neither image was kept with its text.</source>
        <translation>레시피가 다른지 알 수 없습니다. 두 이미지 모두 레시피 원문 없이 보관되었습니다.</translation>
    </message>
    <message>
        <source>Whether the recipes differ is not known: %1 was not kept with its text.</source>
        <translation>레시피가 다른지 알 수 없습니다. %1은(는) 레시피 원문 없이 보관되었습니다.</translation>
    </message>
    <message>
        <source>the same size</source>
        <translation>같은 크기</translation>
    </message>
    <message>
        <source>command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>order of start</source>
        <translation>시작 순서</translation>
    </message>
</context>
<context>
    <name>ItemText</name>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>노드 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>이미지 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>stale</source>
        <translation>오래됨</translation>
    </message>
    <message>
        <source>not built</source>
        <translation>빌드 전</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>실행 중 아님</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <extracomment>How QLocale writes a day and a time.</extracomment>
        <translation>M월 d일 HH:mm</translation>
    </message>
    <message>
        <source>built</source>
        <translation>빌드됨</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>replica of a database</source>
        <translation>데이터베이스 복제본</translation>
    </message>
    <message>
        <source>a pair of balancers</source>
        <translation>짝을 이룬 밸런서</translation>
    </message>
    <message>
        <source>not scanned, or not all seen</source>
        <translation>스캔하지 않았거나 일부 확인 불가</translation>
    </message>
    <message>
        <source>another image than the blueprint says</source>
        <translation>블루프린트와 다른 이미지</translation>
    </message>
    <message>
        <source>its balancer could not be asked</source>
        <translation>밸런서에서 확인하지 못함</translation>
    </message>
</context>
<context>
    <name>LockWording</name>
    <message>
        <source>its lock changed</source>
        <translation>잠금이 바뀌었습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n package(s) of its lock differ</source>
        <translation>
            <numerusform>잠긴 패키지 %n개가 다릅니다</numerusform>
        </translation>
    </message>
    <message>
        <source>it was never built</source>
        <translation>아직 빌드한 적이 없습니다</translation>
    </message>
    <message>
        <source>its recipe changed</source>
        <translation>레시피가 바뀌었습니다</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 파일이 바뀌었습니다</translation>
    </message>
    <message>
        <source>%1, on which it rests, changed</source>
        <translation>바탕이 되는 %1 이미지가 바뀌었습니다</translation>
    </message>
    <message>
        <source>this Snowmelt builds in another way</source>
        <translation>이 Snowmelt는 빌드 방식이 다릅니다</translation>
    </message>
    <message>
        <source>the store no longer has all of it</source>
        <translation>저장소에 일부가 없습니다</translation>
    </message>
    <message>
        <source>you asked for it from scratch</source>
        <translation>처음부터 빌드하도록 요청하셨습니다</translation>
    </message>
    <message>
        <source>will be built: %1</source>
        <translation>빌드합니다: %1</translation>
    </message>
    <message>
        <source>will be built anew: %1</source>
        <translation>다시 빌드합니다: %1</translation>
    </message>
    <message>
        <source>the recipe asks for %1</source>
        <translation>레시피가 %1 패키지를 요구합니다</translation>
    </message>
    <message>
        <source>the recipe does not ask for %1 any more</source>
        <translation>레시피가 %1 패키지를 더는 요구하지 않습니다</translation>
    </message>
    <message>
        <source>%1, other bytes</source>
        <translation>%1, 내용이 다름</translation>
    </message>
    <message numerus="yes">
        <source>%n package(s) added</source>
        <translation>
            <numerusform>패키지 %n개 추가</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n package(s) removed</source>
        <translation>
            <numerusform>패키지 %n개 제거</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n package(s) newer</source>
        <translation>
            <numerusform>패키지 %n개 새 버전</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n package(s) older</source>
        <translation>
            <numerusform>패키지 %n개 이전 버전</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n package(s) with other bytes</source>
        <translation>
            <numerusform>패키지 %n개 내용 다름</numerusform>
        </translation>
    </message>
    <message>
        <source>the recipe asks for something else</source>
        <translation>레시피의 요구가 바뀜</translation>
    </message>
    <message>
        <source>nothing moved</source>
        <translation>바뀐 것 없음</translation>
    </message>
    <message>
        <source>no earlier build says how long that takes</source>
        <translation>얼마나 걸릴지 알려 줄 이전 빌드가 없습니다</translation>
    </message>
    <message numerus="yes">
        <source>about %1, as %n earlier build(s) took</source>
        <translation>
            <numerusform>이전 빌드 %n개에 따르면 약 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, on which it rests, will be built anew</source>
        <translation>바탕이 되는 %1 이미지를 다시 빌드합니다</translation>
    </message>
</context>
<context>
    <name>LogText</name>
    <message numerus="yes">
        <source>and %n more; “snowmelt build --prove --json” lists all of them</source>
        <translation>
            <numerusform>외 %n개. “snowmelt build --prove --json”은 모두 보여 줍니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Meaning</name>
    <message>
        <source>“up” refuses a larger size of a fleet that is up: a balancer declares its slots when it starts. “down”, then “up” brings it; volumes stay.</source>
        <translation>실행 중인 플릿의 크기를 키우면 “up”이 거절합니다. 밸런서는 시작할 때 슬롯을 정하기 때문입니다. “down” 다음 “up”을 하면 적용되며 볼륨은 그대로입니다.</translation>
    </message>
    <message>
        <source>No node ends by this: “up” makes none more and removes none.</source>
        <translation>이것으로 끝나는 노드는 없습니다. “up”은 더 만들지도 없애지도 않습니다.</translation>
    </message>
    <message>
        <source>What runs keeps the name %1 until the fleet is taken down; “up” would make %2 beside it.</source>
        <translation>실행 중인 것은 플릿을 내릴 때까지 이름 %1을(를) 유지하고, “up”은 그 옆에 %2을(를) 만듭니다.</translation>
    </message>
    <message>
        <source>What runs of %1 goes on until the fleet is taken down; the blueprint only stops asking for it.</source>
        <translation>실행 중인 %1은(는) 플릿을 내릴 때까지 계속됩니다. 블루프린트가 더는 요구하지 않을 뿐입니다.</translation>
    </message>
    <message>
        <source>Nodes that run keep their image. To move the traffic without losing a request, swap %1 instead.</source>
        <translation>실행 중인 노드의 이미지는 그대로입니다. 요청을 잃지 않고 트래픽을 옮기려면 대신 %1을(를) 교체하십시오.</translation>
    </message>
    <message>
        <source>What runs keeps its image until the fleet is taken down and brought up.</source>
        <translation>실행 중인 것은 플릿을 내렸다 올릴 때까지 이미지를 유지합니다.</translation>
    </message>
    <message>
        <source>“up” refuses a group that a running balancer does not know: “down”, then “up” brings it; volumes stay.</source>
        <translation>실행 중인 밸런서가 모르는 그룹은 “up”이 거절합니다. “down” 다음 “up”을 하면 적용되며 볼륨은 그대로입니다.</translation>
    </message>
</context>
<context>
    <name>ModeKey</name>
    <message>
        <source>strong: degraded · larger: down · lower half: draining · hollow: not seen</source>
        <translation>뚜렷함: 저하됨 · 큼: 다운 · 아래 절반: 비우는 중 · 빈칸: 미확인</translation>
    </message>
    <message>
        <source>number: of the node · Δ: its differences</source>
        <translation>숫자: 노드 번호 · Δ: 차이 개수</translation>
    </message>
    <message>
        <source>left half: drifted · hollow: not all seen</source>
        <translation>왼쪽 절반: 드리프트 · 빈칸: 모두 확인하지는 못함</translation>
    </message>
    <message>
        <source>number: differences · ?: not all seen</source>
        <translation>숫자: 차이 개수 · ?: 모두 확인하지는 못함</translation>
    </message>
    <message>
        <source>strongest: not the blueprint&apos;s image</source>
        <translation>가장 뚜렷함: 블루프린트와 다른 이미지</translation>
    </message>
    <message>
        <source>bold border: not the blueprint&apos;s image</source>
        <translation>굵은 테두리: 블루프린트와 다른 이미지</translation>
    </message>
    <message>
        <source>number: version of the image · bold border: not the blueprint&apos;s</source>
        <translation>숫자: 이미지 버전 · 굵은 테두리: 블루프린트와 다름</translation>
    </message>
    <message>
        <source>number: of the host · Δ: its differences</source>
        <translation>숫자: 호스트 번호 · Δ: 차이 개수</translation>
    </message>
</context>
<context>
    <name>MomentChoice</name>
    <message>
        <source>The blueprint</source>
        <translation>블루프린트</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>After: %1</source>
        <translation>이후: %1</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>이전: %1</translation>
    </message>
</context>
<context>
    <name>OperationWording</name>
    <message>
        <source>Nothing was touched.</source>
        <translation>아무것도 건드리지 않았습니다.</translation>
    </message>
    <message>
        <source>Snowmelt only looked; nothing was changed.</source>
        <translation>보기만 했으며 아무것도 바꾸지 않았습니다.</translation>
    </message>
    <message>
        <source>Everything is as you asked.</source>
        <translation>모두 요청하신 대로입니다.</translation>
    </message>
    <message>
        <source>The old nodes (blue) serve all traffic; the new ones (green) were removed.</source>
        <translation>이전 노드(블루)가 모든 트래픽을 처리합니다. 새 노드(그린)는 제거했습니다.</translation>
    </message>
    <message>
        <source>The old nodes (blue) serve all traffic; the new ones (green) still exist and get none.</source>
        <translation>이전 노드(블루)가 모든 트래픽을 처리합니다. 새 노드(그린)는 남아 있으나 트래픽을 받지 않습니다.</translation>
    </message>
    <message>
        <source>The new nodes (green) serve all traffic; the old ones (blue) still exist.</source>
        <translation>새 노드(그린)가 모든 트래픽을 처리합니다. 이전 노드(블루)는 남아 있습니다.</translation>
    </message>
    <message>
        <source>The new nodes serve all traffic; the old ones are gone.</source>
        <translation>새 노드가 모든 트래픽을 처리합니다. 이전 노드는 없습니다.</translation>
    </message>
    <message>
        <source>Part of the fleet exists. “up” continues, “down” removes it.</source>
        <translation>플릿의 일부가 있습니다. ‘up’으로 계속하고 ‘down’으로 제거합니다.</translation>
    </message>
    <message>
        <source>Part of the fleet is gone. “down” continues.</source>
        <translation>플릿의 일부가 제거되었습니다. ‘down’으로 계속합니다.</translation>
    </message>
    <message>
        <source>How things stand could not be asked. Look with “status” before you act.</source>
        <translation>지금 상태를 확인하지 못했습니다. 무엇을 하기 전에 ‘status’로 살펴보십시오.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Differences found</source>
        <translation>차이 발견</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>불완전</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>거부됨</translation>
    </message>
    <message numerus="yes">
        <source>Waiting because %n session(s) are still open</source>
        <translation>
            <numerusform>세션 %n개가 아직 열려 있어 기다리는 중입니다</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Waiting because %n session(s) are still open, most of them on %1</source>
        <translation>
            <numerusform>세션 %n개가 아직 열려 있어 기다리는 중입니다(대부분 %1)</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting until %1 is healthy</source>
        <translation>%1의 정상 상태를 기다리는 중</translation>
    </message>
    <message>
        <source>Waiting until %1 is healthy (%2 of %3)</source>
        <translation>%1의 정상 상태를 기다리는 중(%3개 중 %2개)</translation>
    </message>
    <message>
        <source>Starting the platform</source>
        <translation>플랫폼을 시작하는 중</translation>
    </message>
    <message>
        <source>Reserving addresses</source>
        <translation>주소를 확보하는 중</translation>
    </message>
    <message>
        <source>Building %1</source>
        <translation>%1 빌드 중</translation>
    </message>
    <message>
        <source>Installing the packages of %1</source>
        <translation>%1의 패키지를 설치하는 중</translation>
    </message>
    <message>
        <source>Running the commands of %1</source>
        <translation>%1의 명령을 실행하는 중</translation>
    </message>
    <message>
        <source>Recording the inventory of %1</source>
        <translation>%1의 인벤토리를 기록하는 중</translation>
    </message>
    <message>
        <source>Packing the layer of %1</source>
        <translation>%1의 레이어를 묶는 중</translation>
    </message>
    <message>
        <source>Giving %1 to the platform</source>
        <translation>%1 이미지를 플랫폼에 넘기는 중</translation>
    </message>
    <message>
        <source>Creating %1</source>
        <translation>%1 만드는 중</translation>
    </message>
    <message>
        <source>Configuring the balancer %1</source>
        <translation>%1 밸런서를 설정하는 중</translation>
    </message>
    <message>
        <source>Scanning %1</source>
        <translation>%1 스캔 중</translation>
    </message>
    <message>
        <source>Removing %1</source>
        <translation>%1 제거 중</translation>
    </message>
    <message>
        <source>Removing the network</source>
        <translation>네트워크를 제거하는 중</translation>
    </message>
    <message>
        <source>Removing the volumes</source>
        <translation>볼륨을 제거하는 중</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>살펴보는 중</translation>
    </message>
    <message>
        <source>Cleaning up</source>
        <translation>정리하는 중</translation>
    </message>
    <message>
        <source>Watching green, %1 to go</source>
        <translation>그린을 지켜보는 중, %1 남음</translation>
    </message>
    <message>
        <source>The traffic goes back to blue, as asked.</source>
        <translation>요청에 따라 트래픽을 블루로 돌려줍니다.</translation>
    </message>
    <message>
        <source>The traffic goes back to blue because the deployment was cancelled.</source>
        <translation>배포가 취소되어 트래픽을 블루로 돌려줍니다.</translation>
    </message>
    <message>
        <source>The traffic goes back to blue because a step failed.</source>
        <translation>단계가 실패하여 트래픽을 블루로 돌려줍니다.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>점검</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>띄우기</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>내리기</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>지켜보기</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>스캔</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Build</source>
        <translation>빌드</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>계획</translation>
    </message>
    <message>
        <source>Swap</source>
        <translation>교체</translation>
    </message>
    <message>
        <source>Rebirth</source>
        <translation>재탄생</translation>
    </message>
    <message>
        <source>History</source>
        <translation>이력</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>No session is open any more; looking again to be sure</source>
        <translation>열린 세션이 없습니다. 확실히 하려고 다시 살펴보는 중입니다</translation>
    </message>
    <message>
        <source>Watching green, one last look</source>
        <translation>그린을 마지막으로 살펴보는 중</translation>
    </message>
    <message>
        <source>%1 serves in place of %2, which is gone.</source>
        <translation>제거된 %2 노드 대신 %1 노드가 서비스합니다.</translation>
    </message>
    <message>
        <source>Scan %1</source>
        <translation>%1 스캔</translation>
    </message>
    <message>
        <source>Build %1</source>
        <translation>%1 빌드</translation>
    </message>
    <message>
        <source>Rebirth of %1</source>
        <translation>%1 재탄생</translation>
    </message>
    <message>
        <source>Swap %1</source>
        <translation>%1 교체</translation>
    </message>
    <message>
        <source>Roll back %1</source>
        <translation>%1 롤백</translation>
    </message>
    <message>
        <source>Plan %1</source>
        <translation>%1 계획</translation>
    </message>
    <message>
        <source>Swap %1 to %2</source>
        <translation>%1 → %2 교체</translation>
    </message>
    <message>
        <source>Plan to swap %1 to %2</source>
        <translation>%1 → %2 교체 계획</translation>
    </message>
    <message>
        <source>Paused until someone says “continue”</source>
        <translation>누군가 ‘계속’을 지시할 때까지 일시 정지</translation>
    </message>
    <message>
        <source>Taking the lease</source>
        <translation>리스를 쥐는 중</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>이어 가기</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Abort</source>
        <translation>중단</translation>
    </message>
    <message>
        <source>Extend drain</source>
        <translation>비우기 연장</translation>
    </message>
    <message>
        <source>Orphans</source>
        <translation>고아 항목</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>다시 보기</translation>
    </message>
    <message>
        <source>Resume %1</source>
        <translation>%1 이어 가기</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>%1 일시 정지</translation>
    </message>
    <message>
        <source>Continue %1</source>
        <translation>%1 계속</translation>
    </message>
    <message>
        <source>Abort %1</source>
        <translation>%1 중단</translation>
    </message>
    <message>
        <source>Extend the drain of %1</source>
        <translation>%1 비우기 연장</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 제거</translation>
    </message>
    <message>
        <source>Roll back</source>
        <translation>롤백</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Compare %1</source>
        <translation>%1 비교</translation>
    </message>
    <message numerus="yes">
        <source>%n fresh node(s) serve; those they replace are gone.</source>
        <translation>
            <numerusform>새 노드 %n개가 서비스하고, 바뀐 옛 노드는 없어졌습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reborn: %1.</source>
        <translation>다시 태어난 노드: %1.</translation>
    </message>
    <message>
        <source>Stopped at: %1.</source>
        <translation>멈춘 곳: %1.</translation>
    </message>
    <message>
        <source>Not begun: %1.</source>
        <translation>시작하지 않은 노드: %1.</translation>
    </message>
    <message>
        <source>Reborn before: %1.</source>
        <translation>먼저 다시 태어난 노드: %1.</translation>
    </message>
    <message>
        <source>Drift over time</source>
        <translation>시간에 따른 드리프트</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>업데이트</translation>
    </message>
    <message>
        <source>Compare images</source>
        <translation>이미지 비교</translation>
    </message>
    <message>
        <source>Verify images</source>
        <translation>이미지 검증</translation>
    </message>
    <message>
        <source>Prune images</source>
        <translation>이미지 정리</translation>
    </message>
    <message>
        <source>Export image</source>
        <translation>이미지 내보내기</translation>
    </message>
    <message>
        <source>Import image</source>
        <translation>이미지 가져오기</translation>
    </message>
    <message>
        <source>Papers</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Sign image</source>
        <translation>이미지 서명</translation>
    </message>
    <message>
        <source>Update the lock of %1</source>
        <translation>%1의 잠금 업데이트</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 내보내기</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 가져오기</translation>
    </message>
    <message>
        <source>Papers of %1</source>
        <translation>%1의 문서</translation>
    </message>
    <message>
        <source>Sign %1</source>
        <translation>%1 서명</translation>
    </message>
    <message numerus="yes">
        <source>Waiting for %n other build(s)</source>
        <translation>
            <numerusform>다른 빌드 %n개를 기다리는 중</numerusform>
        </translation>
    </message>
    <message>
        <source>Booting %1 to try it</source>
        <translation>시험하려고 %1 부팅 중</translation>
    </message>
    <message>
        <source>Testing %1: %2</source>
        <translation>%1 테스트 중: %2</translation>
    </message>
    <message>
        <source>Packer builds %1</source>
        <translation>Packer가 %1 빌드 중</translation>
    </message>
    <message>
        <source>Copying what %1 is built from to %2</source>
        <translation>%1을(를) 빌드할 재료를 %2(으)로 복사 중</translation>
    </message>
    <message>
        <source>Fetching the layer of %1 from %2</source>
        <translation>%2에서 %1의 레이어를 가져오는 중</translation>
    </message>
    <message>
        <source>Prune images, keep the last %1</source>
        <translation>이미지 정리, 최근 %1개 유지</translation>
    </message>
    <message>
        <source>The image store is as it was before.</source>
        <translation>이미지 저장소는 이전 그대로입니다.</translation>
    </message>
</context>
<context>
    <name>OrphanWords</name>
    <message numerus="yes">
        <source>Remove %n orphan(s)</source>
        <translation>
            <numerusform>고아 항목 %n개 제거</numerusform>
        </translation>
    </message>
    <message>
        <source>Each is looked at once more; what something refers to by then is left alone. Nothing that serves is touched.</source>
        <translation>하나씩 한 번 더 살펴보고, 그때 가리키는 것이 있으면 그대로 둡니다. 서비스 중인 것은 건드리지 않습니다.</translation>
    </message>
    <message>
        <source>The data in the volumes is lost for good.</source>
        <translation>볼륨의 데이터를 영영 잃습니다.</translation>
    </message>
    <message>
        <source>What was on these nodes only is lost with them.</source>
        <translation>이 노드에만 있던 것은 노드와 함께 사라집니다.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>제거(&amp;R)</translation>
    </message>
</context>
<context>
    <name>PlaceStep</name>
    <message numerus="yes">
        <source>Move %n part(s)</source>
        <translation>
            <numerusform>구성 요소 %n개 옮기기</numerusform>
        </translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 옮기기</translation>
    </message>
    <message numerus="yes">
        <source>Arrange %n part(s)</source>
        <translation>
            <numerusform>구성 요소 %n개 배치하기</numerusform>
        </translation>
    </message>
    <message>
        <source>Arrange %1</source>
        <translation>%1 배치하기</translation>
    </message>
    <message>
        <source>Arrange all</source>
        <translation>모두 배치하기</translation>
    </message>
</context>
<context>
    <name>PlanWording</name>
    <message numerus="yes">
        <source>%1 … %2 (%n node(s))</source>
        <translation>
            <numerusform>%1 … %2(노드 %n개)</numerusform>
        </translation>
    </message>
    <message>
        <source>Check that the plan still holds</source>
        <translation>계획이 아직 유효한지 점검</translation>
    </message>
    <message>
        <source>Create %1 from %2</source>
        <translation>%2에서 %1 만들기</translation>
    </message>
    <message>
        <source>Move the traffic from %1 to %2</source>
        <translation>트래픽을 %1에서 %2 쪽으로 옮기기</translation>
    </message>
    <message>
        <source>Let the open sessions on %1 end</source>
        <translation>%1의 열린 세션이 끝나기를 기다리기</translation>
    </message>
    <message>
        <source>Watch %1 for %2, with %3 kept ready</source>
        <translation>%2 동안 %1의 상태 지켜보기(%3 대기)</translation>
    </message>
    <message>
        <source>Take %1 out of the balancer</source>
        <translation>밸런서에서 %1 빼기</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 제거</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>점검</translation>
    </message>
    <message>
        <source>Create green</source>
        <translation>그린 만들기</translation>
    </message>
    <message>
        <source>Await health</source>
        <translation>정상 확인</translation>
    </message>
    <message>
        <source>Move traffic</source>
        <translation>트래픽 이동</translation>
    </message>
    <message>
        <source>Drain blue</source>
        <translation>블루 비우기</translation>
    </message>
    <message>
        <source>Retire blue</source>
        <translation>블루 퇴역</translation>
    </message>
    <message>
        <source>Remove blue</source>
        <translation>블루 제거</translation>
    </message>
    <message>
        <source>Blue-green swap</source>
        <translation>블루-그린 교체</translation>
    </message>
    <message>
        <source>Rebirth of one node</source>
        <translation>노드 하나의 재탄생</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>좋음</translation>
    </message>
    <message>
        <source>take care</source>
        <translation>주의</translation>
    </message>
    <message>
        <source>not possible</source>
        <translation>불가능</translation>
    </message>
    <message numerus="yes">
        <source>%1 differs from its image in %n place(s); that ends with the node.</source>
        <translation>
            <numerusform>%1 노드는 이미지와 %n곳이 다르며, 그 차이는 노드와 함께 사라집니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not every node that goes has been scanned, so what is lost with them is not known.</source>
        <translation>사라질 노드를 모두 스캔하지 않아 무엇을 잃는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The image is built.</source>
        <translation>이미지가 빌드되어 있습니다.</translation>
    </message>
    <message>
        <source>%1 is built.</source>
        <translation>%1 이미지가 빌드되어 있습니다.</translation>
    </message>
    <message>
        <source>The image is not built yet.</source>
        <translation>이미지가 아직 빌드되지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 is not built yet.</source>
        <translation>%1 이미지가 아직 빌드되지 않았습니다.</translation>
    </message>
    <message>
        <source>Slots free in the balancer: %1, needed: %2.</source>
        <translation>밸런서의 빈 슬롯: %1, 필요한 슬롯: %2.</translation>
    </message>
    <message>
        <source>The image is another one than the group runs.</source>
        <translation>그룹이 실행 중인 것과 다른 이미지입니다.</translation>
    </message>
    <message>
        <source>The group runs this image already.</source>
        <translation>그룹이 이미 이 이미지를 실행하고 있습니다.</translation>
    </message>
    <message>
        <source>The balancer answers.</source>
        <translation>밸런서가 응답합니다.</translation>
    </message>
    <message>
        <source>The balancer does not answer.</source>
        <translation>밸런서가 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>The group has a single node: should it fail, no other one takes over.</source>
        <translation>그룹에 노드가 하나뿐이라, 실패하면 대신할 노드가 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Wait until %1 are healthy</source>
        <translation>
            <numerusform>%1의 정상 상태를 기다리기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n node(s) are healthy now.</source>
        <translation>
            <numerusform>지금 노드 %n개 중 %1개가 정상입니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Watch green</source>
        <translation>그린 지켜보기</translation>
    </message>
    <message>
        <source>Another deployment of %1 has no end yet: %2. “resume” shows the ways out.</source>
        <translation>%1의 다른 배포가 아직 끝나지 않았습니다: %2. “resume”이 마무리할 길을 보여 줍니다.</translation>
    </message>
    <message>
        <source>%1 is HAProxy %2; moving traffic safely needs %3 or newer.</source>
        <translation>%1 밸런서는 HAProxy %2입니다. 트래픽을 안전하게 옮기려면 %3 이상이어야 합니다.</translation>
    </message>
    <message>
        <source>The runtime socket of %1 does not take: %2. Its level must be admin.</source>
        <translation>%1의 런타임 소켓이 받지 않는 명령: %2. 소켓의 level이 admin이어야 합니다.</translation>
    </message>
    <message>
        <source>What %1 serves is what its configuration says.</source>
        <translation>%1의 실제 서비스가 설정과 같습니다.</translation>
    </message>
    <message>
        <source>What %1 serves could not be compared with its configuration: %2</source>
        <translation>%1의 실제 서비스를 설정과 비교하지 못했습니다: %2</translation>
    </message>
    <message>
        <source>nowhere</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>%1 would serve something else after a restart: slot %2 leads to %3 in its configuration and to %4 now.</source>
        <translation>재시작하면 %1의 서비스 대상이 달라집니다. 슬롯 %2의 설정 주소: %3, 현재 주소: %4.</translation>
    </message>
    <message>
        <source>%1 would serve something else after a restart: slot %2 leads to %3 in its state file and to %4 now.</source>
        <translation>재시작하면 %1의 서비스 대상이 달라집니다. 슬롯 %2의 상태 파일 주소: %3, 현재 주소: %4.</translation>
    </message>
    <message>
        <source>port</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>health path</source>
        <translation>헬스 체크 경로</translation>
    </message>
    <message>
        <source>%1: the %2 is %3 in the blueprint and %4 in the configuration; a swap leaves it as it is.</source>
        <translation>%1의 %2: 블루프린트 %3, 설정 %4. 교체는 이 값을 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>Addresses free for new nodes: %1, needed: %2.</source>
        <translation>새 노드가 쓸 수 있는 주소: %1, 필요한 주소: %2.</translation>
    </message>
    <message>
        <source>%1 is taken by another program.</source>
        <translation>다른 프로그램이 쓰고 있는 주소: %1</translation>
    </message>
    <message>
        <source>Memory free: %1 MiB, needed for green: %2 MiB.</source>
        <translation>남은 메모리: %1 MiB, 그린에 필요한 메모리: %2 MiB.</translation>
    </message>
    <message>
        <source>Disk free: %1 MiB, needed for green: %2 MiB.</source>
        <translation>남은 디스크: %1 MiB, 그린에 필요한 디스크: %2 MiB.</translation>
    </message>
    <message>
        <source>Whether there is memory and disk for green beside blue could not be seen.</source>
        <translation>블루와 나란히 그린을 띄울 메모리와 디스크가 있는지 확인하지 못했습니다.</translation>
    </message>
    <message>
        <source>The next start of %1 would load %2 over its configuration; the deployment takes out the lines that say so.</source>
        <translation>%1은(는) 다음에 시작할 때 %2을(를) 읽어 설정을 덮어씁니다. 배포가 그렇게 하라는 줄을 뺍니다.</translation>
    </message>
    <message>
        <source>Line %2 of the configuration of %1 was not written by Snowmelt, and stays: %3</source>
        <translation>%1 설정의 %2번째 줄은 Snowmelt가 쓴 것이 아니며 그대로 둡니다: %3</translation>
    </message>
    <message>
        <source>A line of Snowmelt&apos;s is missing in the configuration of %1: %2</source>
        <translation>%1 설정에 Snowmelt가 쓴 줄이 없습니다: %2</translation>
    </message>
    <message>
        <source>Green has %1 nodes, and there are %2 now: is the group’s size in the blueprint what you mean?</source>
        <translation>그린은 노드 %1개인데 지금은 %2개입니다. 블루프린트의 그룹 크기가 의도한 값이 맞나요?</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) take traffic and are not replaced with this batch; %1 at least are asked for.</source>
        <translation>
            <numerusform>이번 묶음에서 바뀌지 않고 트래픽을 받는 노드는 %n개이고, 최소 %1개가 요구됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Rebirth in batches</source>
        <translation>묶음으로 다시 태어나게</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>schemas</comment>
        <translation>%1~%2</translation>
    </message>
    <message>
        <source>%1 works with schema %3 of the database %2.</source>
        <translation>%1이(가) 데이터베이스 %2의 스키마 %3과(와) 함께 동작합니다.</translation>
    </message>
    <message>
        <source>%1 works with schema %4 of the database %2, which has schema %3.</source>
        <translation>%1은(는) 데이터베이스 %2의 스키마 %4에서 동작하는데, 현재 스키마는 %3입니다.</translation>
    </message>
    <message>
        <source>The database %2 has schema %3, and %1 does not say which it works with.</source>
        <translation>데이터베이스 %2의 스키마는 %3인데, %1은(는) 어느 스키마와 동작하는지 밝히지 않습니다.</translation>
    </message>
    <message>
        <source>%1 says which schemas it works with, and the blueprint does not say which the database %2 has.</source>
        <translation>%1은(는) 동작하는 스키마를 밝히지만, 블루프린트은 데이터베이스 %2의 스키마를 밝히지 않습니다.</translation>
    </message>
    <message>
        <source>No safe way back: %1, which serves now, works with schema %4 of the database %2, which has schema %3.</source>
        <translation>안전하게 되돌릴 길이 없습니다. 지금 서비스하는 %1은(는) 데이터베이스 %2의 스키마 %4에서 동작하는데, 현재 스키마는 %3입니다.</translation>
    </message>
    <message>
        <source>Whether there is a safe way back is not known: the database %2 has schema %3, and %1, which serves now, does not say which it works with.</source>
        <translation>안전하게 되돌릴 길이 있는지 알 수 없습니다. 데이터베이스 %2의 스키마는 %3인데, 지금 서비스하는 %1은(는) 어느 스키마와 동작하는지 밝히지 않습니다.</translation>
    </message>
</context>
<context>
    <name>ProblemWording</name>
    <message>
        <source>a mapping</source>
        <translation>매핑</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>a list of text</source>
        <translation>텍스트 목록</translation>
    </message>
    <message>
        <source>text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>정수</translation>
    </message>
    <message>
        <source>a URL path such as /healthz</source>
        <translation>/healthz 같은 URL 경로</translation>
    </message>
    <message>
        <source>a Debian suite such as bookworm</source>
        <translation>bookworm 같은 Debian 스위트</translation>
    </message>
    <message>
        <source>no parent in an OS tier</source>
        <translation>OS 계층에는 부모 없음</translation>
    </message>
    <message>
        <source>a suite in the OS tier only</source>
        <translation>스위트는 OS 계층에만</translation>
    </message>
    <message>
        <source>a Debian package name</source>
        <translation>Debian 패키지 이름</translation>
    </message>
    <message>
        <source>a Linux user name</source>
        <translation>Linux 사용자 이름</translation>
    </message>
    <message>
        <source>an absolute path</source>
        <translation>절대 경로</translation>
    </message>
    <message>
        <source>either source or content</source>
        <translation>source와 content 중 하나만</translation>
    </message>
    <message>
        <source>an octal mode such as &quot;0755&quot;</source>
        <translation>&quot;0755&quot; 같은 8진수 권한</translation>
    </message>
    <message>
        <source>a name of a-z, 0-9 and -</source>
        <translation>a-z, 0-9, -로 된 이름</translation>
    </message>
    <message>
        <source>; did you mean “%1”?</source>
        <translation>. 혹시 ‘%1’입니까?</translation>
    </message>
    <message>
        <source>“%1” is not a name; expected at most 31 characters of a-z, 0-9 and -, a letter first</source>
        <translation>‘%1’ 값은 이름이 될 수 없습니다. 영문 소문자로 시작하고 a-z, 0-9, -로 된 31자 이하여야 합니다</translation>
    </message>
    <message>
        <source>the file has %1; expected at most %2</source>
        <translation>파일 크기가 %1입니다. %2 이하여야 합니다</translation>
    </message>
    <message>
        <source>this is not UTF-8; expected UTF-8 text</source>
        <translation>UTF-8이 아닙니다. UTF-8 텍스트여야 합니다</translation>
    </message>
    <message>
        <source>this is nested too deeply; expected at most %1 levels</source>
        <translation>너무 깊이 중첩되었습니다. %1단계 이하여야 합니다</translation>
    </message>
    <message>
        <source>this is not YAML: %1</source>
        <translation>YAML이 아닙니다: %1</translation>
    </message>
    <message>
        <source>the file says nothing; expected a mapping of keys and values</source>
        <translation>파일에 내용이 없습니다. 키와 값의 매핑이어야 합니다</translation>
    </message>
    <message>
        <source>anchors and aliases are not allowed; expected the value itself</source>
        <translation>앵커와 별칭은 쓸 수 없습니다. 값을 직접 쓰십시오</translation>
    </message>
    <message>
        <source>the key “%1” is here twice; expected each key once</source>
        <translation>‘%1’ 키가 두 번 나옵니다. 키마다 한 번만 써야 합니다</translation>
    </message>
    <message>
        <source>unknown key “%1”; expected %2</source>
        <translation>알 수 없는 키 ‘%1’입니다. 쓸 수 있는 키는 %2입니다</translation>
    </message>
    <message>
        <source>the key “%1” is missing</source>
        <translation>‘%1’ 키가 없습니다</translation>
    </message>
    <message>
        <source>“%1” has the wrong shape; expected %2</source>
        <translation>‘%1’의 형식이 잘못되었습니다. 올바른 형식: %2</translation>
    </message>
    <message>
        <source>“%1” is “%2”; expected %3</source>
        <translation>‘%1’의 값이 ‘%2’입니다. 올바른 값: %3</translation>
    </message>
    <message>
        <source>“%1” is %2; expected %3 to %4</source>
        <translation>‘%1’의 값이 %2입니다. %3에서 %4 사이여야 합니다</translation>
    </message>
    <message>
        <source>the name “%1” is taken by %2; expected a name of its own</source>
        <translation>‘%1’ 이름은 이미 %2에서 쓰고 있습니다. 고유한 이름이어야 합니다</translation>
    </message>
    <message>
        <source>“%1” names “%2”, which this file does not have</source>
        <translation>‘%1’에서 가리키는 ‘%2’ 항목이 이 파일에 없습니다</translation>
    </message>
    <message>
        <source>this is version %1; this Snowmelt reads versions up to %2</source>
        <translation>버전 %1입니다. 이 Snowmelt는 버전 %2까지 읽습니다</translation>
    </message>
    <message>
        <source>“%1” is outside the file’s folder; expected a path inside it</source>
        <translation>‘%1’ 경로는 파일의 폴더 밖에 있습니다. 폴더 안의 경로여야 합니다</translation>
    </message>
    <message>
        <source>a NUL character</source>
        <translation>NUL 문자</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>숫자</translation>
    </message>
    <message>
        <source>a sign or a code such as € or EUR</source>
        <translation>€ 또는 EUR 같은 기호나 코드</translation>
    </message>
    <message>
        <source>each one once</source>
        <translation>하나에 한 번씩만</translation>
    </message>
    <message>
        <source>no way back to itself</source>
        <translation>자기 자신으로 되돌아오지 않는 연결</translation>
    </message>
    <message>
        <source>another balancer, in no other pair</source>
        <translation>다른 쌍에 속하지 않은 다른 밸런서</translation>
    </message>
    <message>
        <source>either zone or zones</source>
        <translation>zone과 zones 중 하나만</translation>
    </message>
    <message>
        <source>visible text of at most 200 characters</source>
        <translation>200자 이하의 보이는 텍스트</translation>
    </message>
    <message>
        <source>“%1” is not an image version; a name is at most 128 characters of a-z, 0-9 and . _ - /, a version at most 64 of letters, digits and . _ -</source>
        <translation>‘%1’ 값은 이미지 버전이 아닙니다. 이름은 a-z, 0-9, . _ - / 128자 이하, 버전은 영문자, 숫자, . _ - 64자 이하로 씁니다</translation>
    </message>
    <message>
        <source>visible text of at most 1000 characters</source>
        <translation>1000자 이하의 보이는 글</translation>
    </message>
    <message>
        <source>a pattern that does not hide everything</source>
        <translation>모든 것을 숨기지 않는 패턴</translation>
    </message>
    <message>
        <source>an absolute path, or a pattern that begins with / or **</source>
        <translation>절대 경로, 또는 / 나 **로 시작하는 패턴</translation>
    </message>
    <message>
        <source>a day such as 2027-01-31</source>
        <translation>2027-01-31 같은 날짜</translation>
    </message>
    <message>
        <source>at least one name</source>
        <translation>이름 하나 이상</translation>
    </message>
    <message>
        <source>“%1” is “%2”; expected one of %3</source>
        <translation>“%1”의 값이 “%2”입니다. 다음 중 하나여야 합니다: %3</translation>
    </message>
    <message>
        <source>a user name</source>
        <translation>사용자 이름</translation>
    </message>
    <message>
        <source>a host name or an address</source>
        <translation>호스트 이름이나 주소</translation>
    </message>
    <message>
        <source>one machine</source>
        <translation>기계 한 대</translation>
    </message>
    <message>
        <source>as many [ as ]</source>
        <translation>같은 수의 [와 ]</translation>
    </message>
    <message>
        <source>no [ between brackets</source>
        <translation>대괄호 안에는 [가 없어야 함</translation>
    </message>
    <message>
        <source>a range such as [01-40], [a-c] or [1,3,7-9]</source>
        <translation>[01-40], [a-c], [1,3,7-9] 같은 범위</translation>
    </message>
    <message>
        <source>a range that counts upwards</source>
        <translation>커지는 순서의 범위</translation>
    </message>
    <message>
        <source>both ends of a range with as many digits, such as [01-40]</source>
        <translation>[01-40]처럼 양 끝의 자릿수가 같은 범위</translation>
    </message>
    <message>
        <source>at most 10000 hosts</source>
        <translation>호스트 10000개 이하</translation>
    </message>
    <message>
        <source>“%1” has no meaning on the platform ssh, whose machines exist already; expected them by name in “hosts”</source>
        <translation>“%1”은(는) 이미 있는 기계를 쓰는 플랫폼 ssh에서 뜻이 없습니다. 기계는 “hosts”에 이름으로 적어야 합니다</translation>
    </message>
    <message>
        <source>“%1” has no meaning on the platform %2, which makes its machines itself; expected it with the platform ssh only</source>
        <translation>“%1”은(는) 기계를 직접 만드는 플랫폼 %2에서 뜻이 없습니다. 플랫폼 ssh에서만 쓸 수 있습니다</translation>
    </message>
    <message>
        <source>a Linux user name or number</source>
        <translation>리눅스 사용자 이름 또는 번호</translation>
    </message>
    <message>
        <source>one line of text that is not empty</source>
        <translation>비어 있지 않은 한 줄의 글</translation>
    </message>
    <message>
        <source>a command of visible text</source>
        <translation>보이는 글자로 된 명령</translation>
    </message>
    <message>
        <source>an http or https address without a password in it</source>
        <translation>비밀번호가 들어 있지 않은 http 또는 https 주소</translation>
    </message>
    <message>
        <source>a suite, or a folder that ends in /</source>
        <translation>스위트 또는 /로 끝나는 폴더</translation>
    </message>
    <message>
        <source>a component such as main</source>
        <translation>main과 같은 컴포넌트</translation>
    </message>
    <message>
        <source>a name of a-z, 0-9 and . _ - / that is not Snowmelt&apos;s own</source>
        <translation>a-z, 0-9와 . _ - /로 된, Snowmelt 고유가 아닌 이름</translation>
    </message>
    <message>
        <source>no components beside a folder</source>
        <translation>폴더에는 컴포넌트 없음</translation>
    </message>
    <message>
        <source>a path of visible text, relative to the recipe</source>
        <translation>보이는 글자로 된, 레시피 기준 상대 경로</translation>
    </message>
    <message>
        <source>package sources in the tiers os and foundation only</source>
        <translation>os와 foundation 계층에만 패키지 소스</translation>
    </message>
    <message>
        <source>no commands before there is a root</source>
        <translation>루트가 생기기 전에는 명령 없음</translation>
    </message>
    <message>
        <source>a file that stays in the image, not below /dev, /proc, /run, /sys or /tmp</source>
        <translation>이미지에 남는 파일, /dev, /proc, /run, /sys, /tmp 아래가 아닌 것</translation>
    </message>
    <message>
        <source>at most 30 services in one recipe</source>
        <translation>레시피 하나에 서비스 최대 30개</translation>
    </message>
    <message>
        <source>a file that is there</source>
        <translation>존재하는 파일</translation>
    </message>
    <message>
        <source>a plain file: no folder, no pipe, no device</source>
        <translation>일반 파일: 폴더, 파이프, 장치가 아닌 것</translation>
    </message>
    <message>
        <source>a file that you may read</source>
        <translation>읽을 권한이 있는 파일</translation>
    </message>
    <message>
        <source>a file below 64 MiB; nodes fetch larger data better from a volume</source>
        <translation>64 MiB보다 작은 파일; 더 큰 데이터는 노드가 볼륨에서 가져오는 편이 낫습니다</translation>
    </message>
    <message>
        <source>an OpenPGP public key</source>
        <translation>OpenPGP 공개 키</translation>
    </message>
    <message>
        <source>a parent of the same tier or a lower one</source>
        <translation>같은 계층이거나 더 낮은 계층의 부모</translation>
    </message>
    <message>
        <source>a parent that is not born from this image</source>
        <translation>이 이미지에서 태어나지 않은 부모</translation>
    </message>
    <message>
        <source>a schema window above the OS tier only</source>
        <translation>OS 계층 위에서만 쓰는 스키마 범위</translation>
    </message>
    <message>
        <source>start commands in the tiers os and foundation only</source>
        <translation>os와 foundation 계층에서만 쓰는 시작 명령</translation>
    </message>
    <message>
        <source>a version that is not below from</source>
        <translation>from보다 낮지 않은 버전</translation>
    </message>
    <message>
        <source>a name that is not among variables</source>
        <translation>variables에 없는 이름</translation>
    </message>
    <message>
        <source>a file below the folder Packer runs in</source>
        <translation>Packer가 실행되는 폴더 아래의 파일</translation>
    </message>
    <message>
        <source>a name of a-z, A-Z, 0-9, _ and -</source>
        <translation>a-z, A-Z, 0-9, _, -로 된 이름</translation>
    </message>
    <message>
        <source>one line of text</source>
        <translation>한 줄의 텍스트</translation>
    </message>
    <message>
        <source>a port of this recipe or of its parents</source>
        <translation>이 레시피나 그 부모의 포트</translation>
    </message>
    <message>
        <source>a file that Snowmelt does not give every node itself</source>
        <translation>Snowmelt가 모든 노드에 직접 주지 않는 파일</translation>
    </message>
    <message>
        <source>a path that no parent makes from a template</source>
        <translation>어느 부모도 템플릿으로 만들지 않는 경로</translation>
    </message>
    <message>
        <source>“%1” cannot stand beside “packer”; expected one of the two</source>
        <translation>“%1”은(는) “packer”와 함께 쓸 수 없습니다. 둘 가운데 하나만 있어야 합니다</translation>
    </message>
</context>
<context>
    <name>PruneWords</name>
    <message>
        <source>%1, %2, own size %3</source>
        <translation>%1, %2, 자체 크기 %3</translation>
    </message>
    <message numerus="yes">
        <source>and %n more, as they are listed</source>
        <translation>
            <numerusform>외 목록에 있는 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n build(s)</source>
        <translation>
            <numerusform>빌드 %n개 지우기</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n file(s) that nothing names</source>
        <translation>
            <numerusform>쓰이지 않는 파일 %n개 지우기</numerusform>
        </translation>
    </message>
    <message>
        <source>It is decided once more then: what a node runs, a way back leads to or a build needs by that time stays.</source>
        <translation>지울 때 다시 판단합니다. 그때 노드가 실행하거나, 되돌리기에 쓰이거나, 빌드가 필요로 하는 것은 남깁니다.</translation>
    </message>
    <message>
        <source>A build that was removed comes back only by building it again or importing it.</source>
        <translation>지운 빌드는 다시 빌드하거나 가져와야만 되살릴 수 있습니다.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>지우기(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Bring %1 up</source>
        <translation>%1 띄우기</translation>
    </message>
    <message>
        <source>What runs already stays as it is; only what is missing is made.</source>
        <translation>이미 실행 중인 것은 그대로 두고, 없는 것만 만듭니다.</translation>
    </message>
    <message>
        <source>Build the images that groups refer to and that are missing</source>
        <translation>그룹이 쓰는 이미지 가운데 없는 것 빌드</translation>
    </message>
    <message>
        <source>Create and start databases, nodes and balancers that are missing</source>
        <translation>없는 데이터베이스, 노드, 밸런서를 만들고 시작</translation>
    </message>
    <message>
        <source>Wait until everything is healthy</source>
        <translation>모두 정상이 될 때까지 기다리기</translation>
    </message>
    <message>
        <source>Bring &amp;up</source>
        <translation>띄우기(&amp;U)</translation>
    </message>
    <message>
        <source>Take %1 down</source>
        <translation>%1 내리기</translation>
    </message>
    <message>
        <source>All nodes of this fleet end, and its service with them. Nothing of other fleets is touched.</source>
        <translation>이 플릿의 모든 노드와 서비스가 끝납니다. 다른 플릿은 건드리지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Stop and remove %n server(s)</source>
        <translation>
            <numerusform>서버 %n대를 멈추고 제거</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove the network</source>
        <translation>네트워크 제거</translation>
    </message>
    <message>
        <source>Take &amp;down</source>
        <translation>내리기(&amp;D)</translation>
    </message>
    <message>
        <source>Remove the &amp;volumes too: the databases’ data is lost for good</source>
        <translation>볼륨도 제거(&amp;V): 데이터베이스의 데이터를 영영 잃습니다</translation>
    </message>
    <message>
        <source>Green is removed</source>
        <translation>그린을 제거함</translation>
    </message>
    <message>
        <source>Cancel the deployment</source>
        <translation>배포 취소</translation>
    </message>
    <message>
        <source>The step under way is stopped and undone; the old nodes (blue) serve everything.</source>
        <translation>진행 중인 단계를 멈추고 되돌립니다. 이전 노드(블루)가 모두 처리합니다.</translation>
    </message>
    <message>
        <source>Stop the step under way</source>
        <translation>진행 중인 단계를 멈춤</translation>
    </message>
    <message>
        <source>Blue takes all traffic</source>
        <translation>블루가 모든 트래픽을 받음</translation>
    </message>
    <message>
        <source>&amp;Cancel the deployment</source>
        <translation>배포 취소(&amp;C)</translation>
    </message>
    <message>
        <source>The blueprint discards the volumes: the databases’ data is lost for good.</source>
        <translation>블루프린트에 볼륨을 버리도록 되어 있습니다. 데이터베이스의 데이터를 영영 잃습니다.</translation>
    </message>
    <message>
        <source>Remove the volumes</source>
        <translation>볼륨 제거</translation>
    </message>
</context>
<context>
    <name>ReadingWords</name>
    <message>
        <source>no session open</source>
        <translation>열린 세션 없음</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n개 열림</numerusform>
        </translation>
    </message>
    <message>
        <source>oldest %1</source>
        <translation>최장 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n WebSocket(s)</source>
        <translation>
            <numerusform>WebSocket %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecipeWording</name>
    <message>
        <source>replaced by %1</source>
        <translation>%1이(가) 대체함</translation>
    </message>
    <message>
        <source>Suite</source>
        <translation>스위트</translation>
    </message>
    <message>
        <source>Before packages</source>
        <translation>패키지 설치 전</translation>
    </message>
    <message>
        <source>Package source</source>
        <translation>패키지 소스</translation>
    </message>
    <message>
        <source>Package</source>
        <translation>패키지</translation>
    </message>
    <message>
        <source>User</source>
        <translation>사용자</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>Packer</source>
        <translation>Packer</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>템플릿</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>첫 시작</translation>
    </message>
    <message>
        <source>Health check</source>
        <translation>헬스 체크</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>Database schema</source>
        <translation>데이터베이스 스키마</translation>
    </message>
</context>
<context>
    <name>RecoveryWords</name>
    <message>
        <source>%1 is not finished</source>
        <translation>끝나지 않은 배포: %1</translation>
    </message>
    <message>
        <source>%1 started it %2, at %3.</source>
        <translation>%1 님이 %2에 시작했습니다(%3).</translation>
    </message>
    <message>
        <source>before its first step</source>
        <translation>첫 단계 전</translation>
    </message>
    <message>
        <source>in “%1”, step %2 of %3</source>
        <translation>‘%1’ 단계(%3단계 중 %2단계)</translation>
    </message>
    <message>
        <source>Its process died on the way back to blue; it had come as far as: %1.</source>
        <translation>블루로 되돌리는 도중에 프로세스가 죽었습니다. 그때까지 온 곳: %1.</translation>
    </message>
    <message>
        <source>Its process died %1.</source>
        <translation>프로세스가 죽은 곳: %1.</translation>
    </message>
    <message>
        <source>It ended on the way back to blue, with both sides standing.</source>
        <translation>블루로 되돌리는 도중에, 양쪽이 모두 남은 채 끝났습니다.</translation>
    </message>
    <message>
        <source>It ended %1, with both sides standing.</source>
        <translation>양쪽이 모두 남은 채 끝났습니다. 끝난 곳: %1.</translation>
    </message>
</context>
<context>
    <name>Rehearsal</name>
    <message>
        <source>step %1 of %2: %3</source>
        <translation>%2단계 중 %1단계: %3</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>%2단계 중 %1단계: %3</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>노드 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>failed ≤ %1 %</source>
        <translation>실패 ≤ %1 %</translation>
    </message>
    <message>
        <source>p95 ≤ %1 × blue’s</source>
        <translation>p95 ≤ 블루의 %1배</translation>
    </message>
    <message>
        <source>%1 answers 200</source>
        <translation>%1 응답 200</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message numerus="yes">
        <source>%n check(s), below; changes nothing</source>
        <translation>
            <numerusform>점검 %n건은 아래에, 아무것도 바꾸지 않음</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 at most</source>
        <translation>최대 %1</translation>
    </message>
    <message>
        <source>until no session is open, %1 at most</source>
        <translation>열린 세션이 없을 때까지, 최대 %1</translation>
    </message>
    <message>
        <source>undo: remove %1</source>
        <translation>되돌리기: %1 제거</translation>
    </message>
    <message>
        <source>undo: blue takes its traffic back at once</source>
        <translation>되돌리기: 블루가 즉시 트래픽을 되찾음</translation>
    </message>
    <message>
        <source>blue is gone for good</source>
        <translation>블루는 완전히 없어짐</translation>
    </message>
    <message>
        <source>After this, going back means a new deployment.</source>
        <translation>이후에는 새로 배포해야 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>‹address of %1›</source>
        <translation>‹%1의 주소›</translation>
    </message>
    <message numerus="yes">
        <source>never below %1 of %n node(s)</source>
        <translation>
            <numerusform>항상 노드 %n개 중 %1개 이상</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2 while both exist</source>
        <translation>%1, 둘 다 있는 동안 %2</translation>
    </message>
    <message>
        <source>About %1.</source>
        <translation>약 %1.</translation>
    </message>
    <message>
        <source>No earlier deployment to judge the time by.</source>
        <translation>시간을 가늠할 이전 배포가 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) more meanwhile: %1.</source>
        <translation>
            <numerusform>그동안 노드 %n개 추가: %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) more meanwhile.</source>
        <translation>
            <numerusform>그동안 노드 %n개 추가.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 pass · %2 warn · %3 block</source>
        <translation>통과 %1 · 주의 %2 · 불가 %3</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n more warning(s) to start</source>
        <translation>
            <numerusform>시작하려면 주의 %n건을 더 감수해야 함</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Start, accepting %n warning(s)</source>
        <translation>
            <numerusform>주의 %n건을 감수하고 시작(&amp;S)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>시작(&amp;S)</translation>
    </message>
    <message>
        <source>It cannot start while a check blocks:</source>
        <translation>불가인 점검이 있으면 시작할 수 없습니다:</translation>
    </message>
    <message>
        <source>Not accepted yet:</source>
        <translation>아직 감수하지 않음:</translation>
    </message>
    <message>
        <source>Accepted:</source>
        <translation>감수함:</translation>
    </message>
    <message numerus="yes">
        <source>The first of %n batch(es) is shown.</source>
        <translation>
            <numerusform>%n묶음 중 첫 묶음을 보여 줍니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportHeadings</name>
    <message>
        <source>Requests</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>What these counters cannot see</source>
        <translation>이 수치로 알 수 없는 것</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>What people asked of it</source>
        <translation>사람이 지시한 것</translation>
    </message>
    <message>
        <source>Nobody told it anything while it ran.</source>
        <translation>진행되는 동안 지시한 사람이 없습니다.</translation>
    </message>
    <message>
        <source>Warnings accepted before the start</source>
        <translation>시작하기 전에 감수한 주의 사항</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>Edited by hand while it ran</source>
        <translation>실행 중에 손으로 편집된 것</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>Has no end in the journal</source>
        <translation>저널에 끝이 없음</translation>
    </message>
    <message>
        <source>several images</source>
        <translation>여러 이미지</translation>
    </message>
    <message>
        <source>taken over from %1</source>
        <translation>%1에게서 넘겨받음</translation>
    </message>
    <message>
        <source>taken over from %1: %2</source>
        <translation>%1에게서 넘겨받음: %2</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>걸린 시간</translation>
    </message>
    <message>
        <source>From</source>
        <translation>이전 이미지</translation>
    </message>
    <message>
        <source>To</source>
        <translation>새 이미지</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Lease</source>
        <translation>리스</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>Blue, the old nodes</source>
        <translation>블루(이전 노드)</translation>
    </message>
    <message>
        <source>Green, the new ones</source>
        <translation>그린(새 노드)</translation>
    </message>
</context>
<context>
    <name>ResumeWords</name>
    <message>
        <source>Continue: %1</source>
        <translation>계속: %1</translation>
    </message>
    <message>
        <source>Roll back: %1</source>
        <translation>롤백: %1</translation>
    </message>
    <message>
        <source>Adopt what runs: %1</source>
        <translation>지금 상태 받아들이기: %1</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>계속(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Roll back</source>
        <translation>롤백(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Adopt</source>
        <translation>받아들이기(&amp;A)</translation>
    </message>
    <message>
        <source>The plan is forgotten: after this neither Continue nor Roll back is possible.</source>
        <translation>계획을 버립니다. 이후에는 계속도 롤백도 할 수 없습니다.</translation>
    </message>
    <message>
        <source>It is past its point of no return: blue is removed, and going back means a new deployment.</source>
        <translation>되돌릴 수 없는 지점을 지났습니다. 블루를 제거하며, 되돌리려면 새로 배포해야 합니다.</translation>
    </message>
    <message>
        <source>It goes through to the end: blue is removed, and after that going back means a new deployment.</source>
        <translation>끝까지 진행합니다. 블루를 제거하며, 그 뒤에 되돌리려면 새로 배포해야 합니다.</translation>
    </message>
</context>
<context>
    <name>Review</name>
    <message>
        <source>not created yet</source>
        <translation>아직 만들어지지 않음</translation>
    </message>
    <message>
        <source>not scanned</source>
        <translation>스캔하지 않음</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>%1, not all seen</source>
        <translation>%1, 일부 확인 불가</translation>
    </message>
    <message>
        <source>Risks</source>
        <translation>위험</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>심각도</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>구성 요소</translation>
    </message>
    <message>
        <source>What is so</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>What would mend it</source>
        <translation>해결 방법</translation>
    </message>
    <message>
        <source>fleet</source>
        <translation>플릿</translation>
    </message>
    <message>
        <source>None that a blueprint or a look at the fleet would show.</source>
        <translation>블루프린트나 플릿 확인으로 드러나는 위험이 없습니다.</translation>
    </message>
    <message>
        <source>The fleet was not looked at: only what the blueprint says is judged.</source>
        <translation>플릿을 확인하지 않았습니다. 블루프린트의 내용만 판단합니다.</translation>
    </message>
    <message>
        <source>Parts</source>
        <translation>구성 요소</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Wanted</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>There</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>영역</translation>
    </message>
    <message>
        <source>balancer, %1</source>
        <translation>밸런서, %1</translation>
    </message>
    <message>
        <source>group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>%1 healthy</source>
        <translation>정상 %1개</translation>
    </message>
    <message>
        <source>cache, %1</source>
        <translation>캐시, %1</translation>
    </message>
    <message>
        <source>only planned</source>
        <translation>계획만 있음</translation>
    </message>
    <message>
        <source>database, %1</source>
        <translation>데이터베이스, %1</translation>
    </message>
    <message>
        <source>database, %1, replica of %2</source>
        <translation>데이터베이스, %1, %2의 복제본</translation>
    </message>
    <message>
        <source>What runs where</source>
        <translation>무엇이 어디서 실행되는가</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>생성일</translation>
    </message>
    <message>
        <source>Drift</source>
        <translation>드리프트</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n more node(s) are not listed.</source>
        <translation>
            <numerusform>%1: 노드 %n개는 나열하지 않았습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was seen to run.</source>
        <translation>실행 중인 것을 확인하지 못했습니다.</translation>
    </message>
    <message>
        <source>Versions</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>The blueprint wants it for</source>
        <translation>블루프린트의 용도</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>실행 중인 곳</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>The blueprint names no prices.</source>
        <translation>블루프린트에 가격이 없습니다.</translation>
    </message>
    <message>
        <source>The nodes of all groups: %1 an hour, %2 a month of %3 hours. Balancers, databases and caches are not counted.</source>
        <translation>모든 그룹의 노드: 시간당 %1, 월(%3시간) %2. 밸런서, 데이터베이스, 캐시는 포함하지 않습니다.</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>An hour</source>
        <translation>시간당</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>월간</translation>
    </message>
    <message>
        <source>A swap creates</source>
        <translation>교체 시 생성</translation>
    </message>
    <message>
        <source>More an hour while both sides stand</source>
        <translation>양쪽이 함께 있는 동안 시간당 추가</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>노드 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>What could not be seen</source>
        <translation>확인하지 못한 것</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>무슨 일</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>Review of %1</source>
        <translation>%1 검토</translation>
    </message>
    <message>
        <source>Diagram</source>
        <translation>다이어그램</translation>
    </message>
    <message>
        <source>Scanned</source>
        <translation>스캔함</translation>
    </message>
    <message>
        <source>With drift</source>
        <translation>드리프트 있음</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Not all seen</source>
        <translation>일부 확인 불가</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s), all of them scanned.</source>
        <translation>
            <numerusform>노드 %n개를 모두 스캔했습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 node(s) scanned; of the others nothing is known.</source>
        <translation>
            <numerusform>노드 %1개 중 %n개를 스캔했습니다. 나머지는 알 수 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>What differs: %1.</source>
        <translation>다른 점: %1.</translation>
    </message>
    <message>
        <source>high</source>
        <translation>높음</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>중간</translation>
    </message>
    <message>
        <source>low</source>
        <translation>낮음</translation>
    </message>
    <message>
        <source>no balancer serves it</source>
        <translation>담당하는 밸런서가 없음</translation>
    </message>
    <message>
        <source>single point of failure: no other balancer leads to %1</source>
        <translation>단일 장애점: %1(으)로 가는 다른 밸런서가 없음</translation>
    </message>
    <message>
        <source>stands in zone %1 together with its pair %2</source>
        <translation>짝 %2과(와) 함께 영역 %1에 있음</translation>
    </message>
    <message>
        <source>single point of failure: a group of one node</source>
        <translation>단일 장애점: 노드가 하나뿐인 그룹</translation>
    </message>
    <message>
        <source>all of it is in zone %1</source>
        <translation>전부 영역 %1에 있음</translation>
    </message>
    <message>
        <source>has no replica</source>
        <translation>복제본이 없음</translation>
    </message>
    <message>
        <source>it and all its replicas are in zone %1</source>
        <translation>자신과 모든 복제본이 영역 %1에 있음</translation>
    </message>
    <message>
        <source>its volume goes when it is removed</source>
        <translation>제거하면 볼륨도 사라짐</translation>
    </message>
    <message>
        <source>the blueprint names no zones: whether one place takes all of it down is not known</source>
        <translation>블루프린트에 영역이 없어, 한 곳의 장애로 전체가 멈추는지 알 수 없음</translation>
    </message>
    <message>
        <source>%1 of %2 exist</source>
        <translation>%2개 중 %1개 있음</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) degraded or down</source>
        <translation>
            <numerusform>저하 또는 중단된 노드 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>mixed versions without a deployment under way: %1</source>
        <translation>배포 중이 아닌데 버전이 섞여 있음: %1</translation>
    </message>
    <message>
        <source>runs %1, the blueprint says %2</source>
        <translation>%1 실행 중, 블루프린트는 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) with drift, %1 difference(s) in all</source>
        <translation>
            <numerusform>드리프트 있는 노드 %n개, 차이 모두 %1개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) never scanned for drift</source>
        <translation>
            <numerusform>드리프트를 스캔한 적 없는 노드 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) could not be scanned as a whole</source>
        <translation>
            <numerusform>전부 스캔하지 못한 노드 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) could not be asked</source>
        <translation>
            <numerusform>응답을 확인하지 못한 노드 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>put it under “serves” of a balancer</source>
        <translation>밸런서의 “serves”에 넣기</translation>
    </message>
    <message>
        <source>give it a pair</source>
        <translation>짝을 두기</translation>
    </message>
    <message>
        <source>spread it over zones</source>
        <translation>여러 영역에 나누기</translation>
    </message>
    <message>
        <source>two nodes or more</source>
        <translation>노드를 둘 이상으로</translation>
    </message>
    <message>
        <source>a replica, and a restore that was tried</source>
        <translation>복제본과, 실제로 해 본 복원</translation>
    </message>
    <message>
        <source>volume: keep</source>
        <translation>volume: keep</translation>
    </message>
    <message>
        <source>name them under “zones”</source>
        <translation>“zones”에 적기</translation>
    </message>
    <message>
        <source>snowmelt up</source>
        <translation>snowmelt up</translation>
    </message>
    <message>
        <source>look at its reason, or rebirth</source>
        <translation>원인을 보거나 다시 만들기</translation>
    </message>
    <message>
        <source>swap the group to one version</source>
        <translation>그룹을 한 버전으로 교체</translation>
    </message>
    <message>
        <source>swap, or write what runs into the blueprint</source>
        <translation>교체하거나, 실행 중인 것을 블루프린트에 적기</translation>
    </message>
    <message>
        <source>rebirth, or put the difference into the recipe</source>
        <translation>다시 만들거나, 차이를 레시피에 넣기</translation>
    </message>
    <message>
        <source>snowmelt scan</source>
        <translation>snowmelt scan</translation>
    </message>
    <message>
        <source>make it reachable; nothing of it is known</source>
        <translation>연결되게 하기. 지금은 아무것도 알 수 없음</translation>
    </message>
    <message>
        <source>single point of failure: no replica, and needed by %1</source>
        <translation>단일 장애점: 복제본이 없고 %1에 필요함</translation>
    </message>
    <message>
        <source>%1 share it: when it goes, they lose it together</source>
        <translation>%1이(가) 함께 사용: 멈추면 모두 동시에 잃음</translation>
    </message>
    <message>
        <source>the blueprint names zones, and none for it</source>
        <translation>블루프린트에 영역이 있으나 이 그룹에는 없음</translation>
    </message>
    <message>
        <source>try what they do without it, or give each its own</source>
        <translation>없을 때의 동작을 시험하거나 각각 따로 두기</translation>
    </message>
    <message>
        <source>By severity: %1.</source>
        <translation>심각도별: %1.</translation>
    </message>
    <message>
        <source>%1 of %2 were looked at</source>
        <translation>%2대 중 %1대를 살펴봄</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s) do not answer</source>
        <translation>
            <numerusform>호스트 %n대가 응답하지 않음</numerusform>
        </translation>
    </message>
    <message>
        <source>snowmelt status</source>
        <translation>snowmelt status</translation>
    </message>
    <message>
        <source>look at its reason, and at the host</source>
        <translation>이유와 호스트를 확인하십시오</translation>
    </message>
    <message>
        <source>put it back there, or accept it: snowmelt scan --accept</source>
        <translation>호스트에서 되돌리거나 승인하십시오: snowmelt scan --accept</translation>
    </message>
</context>
<context>
    <name>ReviewPages</name>
    <message>
        <source>%1 · page %2 of %3</source>
        <translation>%1 · %3쪽 중 %2쪽</translation>
    </message>
</context>
<context>
    <name>ScanWords</name>
    <message>
        <source>every %1 h</source>
        <translation>%1시간마다</translation>
    </message>
    <message>
        <source>every %1 min</source>
        <translation>%1분마다</translation>
    </message>
    <message>
        <source>every %1 s</source>
        <translation>%1초마다</translation>
    </message>
    <message>
        <source>Scans %1</source>
        <translation>%1 스캔</translation>
    </message>
    <message>
        <source>scanning now</source>
        <translation>지금 스캔 중</translation>
    </message>
    <message>
        <source>next %1</source>
        <translation>다음 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) not reached, being tried again</source>
        <translation>
            <numerusform>노드 %n개에 닿지 못해 다시 시도하는 중</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n node(s) not reached, tried again at %1</source>
        <translation>
            <numerusform>노드 %n개에 닿지 못함, %1에 다시 시도</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sidecar</name>
    <message>
        <source>this is not JSON: %1</source>
        <translation>JSON이 아닙니다: %1</translation>
    </message>
</context>
<context>
    <name>StepText</name>
    <message>
        <source>not begun</source>
        <translation>시작 전</translation>
    </message>
    <message>
        <source>%1 (no return)</source>
        <translation>%1(되돌릴 수 없음)</translation>
    </message>
    <message>
        <source>cut short</source>
        <translation>중단됨</translation>
    </message>
    <message>
        <source>%1 steps done</source>
        <translation>%1단계 완료</translation>
    </message>
</context>
<context>
    <name>StoreWording</name>
    <message numerus="yes">
        <source>What was seen on %n node(s) was not kept: no later scan can be compared with it.</source>
        <translation>
            <numerusform>노드 %n개에서 본 것을 저장하지 못했습니다. 이후의 스캔을 이것과 비교할 수 없습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>No look can be kept or compared with: their salt can neither be read nor made.</source>
        <translation>솔트(salt)를 읽거나 만들 수 없어 기록을 저장하거나 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>What was found was not kept: drift over time does not know of it, and no baseline came of it.</source>
        <translation>찾은 내용을 저장하지 못했습니다. ‘시간에 따른 드리프트’에 남지 않으며 기준도 되지 않습니다.</translation>
    </message>
    <message>
        <source>Earlier looks could not be read, so nothing was compared with them.</source>
        <translation>이전 관찰을 읽을 수 없어 비교하지 못했습니다.</translation>
    </message>
    <message>
        <source>What earlier scans found is not known, so no drift is shown.</source>
        <translation>이전 스캔에서 찾은 내용을 알 수 없어 드리프트를 표시하지 않습니다.</translation>
    </message>
    <message>
        <source>This was not written to the journal: the history does not know of it.</source>
        <translation>저널에 쓰지 못했습니다. 이력에 남지 않습니다.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>손상됨</translation>
    </message>
    <message>
        <source>the newest of its version</source>
        <translation>해당 버전의 최신 빌드</translation>
    </message>
    <message>
        <source>one of the last builds of its version</source>
        <translation>해당 버전의 최근 빌드 가운데 하나</translation>
    </message>
    <message>
        <source>%1 runs it</source>
        <translation>%1에서 실행 중</translation>
    </message>
    <message>
        <source>%1 may go back to it</source>
        <translation>%1을(를) 이 빌드로 되돌릴 수 있음</translation>
    </message>
    <message>
        <source>a build that runs now may rest on it</source>
        <translation>지금 진행 중인 빌드가 이것을 바탕으로 할 수 있음</translation>
    </message>
    <message>
        <source>%1 rests on it</source>
        <translation>%1이(가) 이것을 바탕으로 함</translation>
    </message>
    <message>
        <source>whether a node runs it cannot be seen (%1)</source>
        <translation>노드가 실행 중인지 알 수 없음(%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s), %1 read.</source>
        <translation>
            <numerusform>이미지 %n개, %1을(를) 읽었습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The image store is damaged.</source>
        <translation>이미지 저장소가 손상되었습니다.</translation>
    </message>
    <message>
        <source>Build the images that are named again from scratch, or import them from a store that is whole.</source>
        <translation>표시된 이미지를 처음부터 다시 빌드하거나, 온전한 저장소에서 가져오십시오.</translation>
    </message>
    <message>
        <source>The image store is whole.</source>
        <translation>이미지 저장소가 온전합니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n build(s) would go, and %1 become free.</source>
        <translation>
            <numerusform>빌드 %n개가 지워지고 %1의 공간이 생깁니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No build would go, but %n file(s) that nothing names: %1 become free.</source>
        <translation>
            <numerusform>지워질 빌드는 없고, 어디에도 쓰이지 않는 파일 %n개가 지워져 %1의 공간이 생깁니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would go.</source>
        <translation>지워질 것이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n build(s) were removed; %1 became free.</source>
        <translation>
            <numerusform>빌드 %n개를 지웠고 %1의 공간이 생겼습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) that nothing names were removed; %1 became free.</source>
        <translation>
            <numerusform>어디에도 쓰이지 않는 파일 %n개를 지웠고 %1의 공간이 생겼습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was removed.</source>
        <translation>아무것도 지우지 않았습니다.</translation>
    </message>
    <message>
        <source>Not everybody could be asked (%1), so what their nodes may run stays. Look again when they answer.</source>
        <translation>응답하지 않은 플랫폼이 있어(%1) 그 노드가 실행할 수 있는 빌드는 남깁니다. 응답하게 되면 다시 살펴보십시오.</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>쓸 수 없음</translation>
    </message>
    <message>
        <source>named by nothing</source>
        <translation>가리키는 것 없음</translation>
    </message>
    <message numerus="yes">
        <source>Nothing names %n file(s) in it: pruning removes what broken-off writes left, other files stay.</source>
        <translation>
            <numerusform>아무 이미지도 가리키지 않는 파일이 %n개 있습니다. 정리하면 중단된 쓰기의 흔적은 지워지고 다른 파일은 남습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimelineWords</name>
    <message>
        <source>green created</source>
        <translation>그린 생성</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>전환</translation>
    </message>
    <message>
        <source>rolled back</source>
        <translation>롤백됨</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>end</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>거부됨</translation>
    </message>
    <message>
        <source>%1: not begun</source>
        <translation>%1: 시작 전</translation>
    </message>
    <message>
        <source>%1: since %2</source>
        <translation>%1: %2부터</translation>
    </message>
    <message>
        <source>%1: %2, took %3</source>
        <translation>%1: %2, %3 걸림</translation>
    </message>
    <message>
        <source>edited by hand</source>
        <translation>손으로 편집됨</translation>
    </message>
</context>
<context>
    <name>TrafficWords</name>
    <message>
        <source>%1 failed of %2 requests</source>
        <translation>요청 %2건 중 %1건 실패</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>블루</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>그린</translation>
    </message>
    <message>
        <source>Requests, counted by HAProxy</source>
        <translation>HAProxy가 센 요청</translation>
    </message>
    <message>
        <source>Of them failed</source>
        <translation>그중 실패</translation>
    </message>
    <message>
        <source>Mean response time, last requests</source>
        <translation>최근 요청의 평균 응답 시간</translation>
    </message>
    <message>
        <source>Our own probes</source>
        <translation>자체 확인 요청</translation>
    </message>
    <message>
        <source>Of them not answered with 200</source>
        <translation>그중 200으로 응답하지 않은 것</translation>
    </message>
    <message>
        <source>Half of the probes within</source>
        <translation>확인 요청의 절반이 응답한 시간</translation>
    </message>
    <message>
        <source>95 of 100 probes within</source>
        <translation>확인 요청 100건 중 95건이 응답한 시간</translation>
    </message>
    <message>
        <source>The traffic was not moved.</source>
        <translation>트래픽을 옮기지 않았습니다.</translation>
    </message>
    <message>
        <source>The switch took %1 ms. While it lasted, both sides took requests.</source>
        <translation>전환에 %1 ms가 걸렸습니다. 그동안 양쪽 모두 요청을 받았습니다.</translation>
    </message>
    <message>
        <source>Clients that never reached HAProxy: a name that did not resolve, a network that was cut.</source>
        <translation>HAProxy에 닿지 못한 클라이언트: 이름을 찾지 못했거나 네트워크가 끊긴 경우입니다.</translation>
    </message>
    <message>
        <source>Answers that are wrong and have status 200.</source>
        <translation>상태는 200이지만 내용이 틀린 응답.</translation>
    </message>
    <message>
        <source>What a client did with its answer: HAProxy counts what it passed on.</source>
        <translation>클라이언트가 응답을 어떻게 했는지. HAProxy는 자신이 전달한 것만 셉니다.</translation>
    </message>
    <message>
        <source>No request came while it ran, so “0 failed” says little.</source>
        <translation>진행되는 동안 요청이 없었으므로 ‘실패 0건’은 별 의미가 없습니다.</translation>
    </message>
    <message>
        <source>Percentiles: our own probes were not counted.</source>
        <translation>백분위수: 자체 확인 요청이 기록되지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>Units</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1분 %2초</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1시간 %2분</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1일 %2시간</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1시간</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1일</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>방금</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <translation>%1 전</translation>
    </message>
</context>
<context>
    <name>UsageWording</name>
    <message>
        <source>%1 of %2</source>
        <comment>memory</comment>
        <translation>%2 중 %1</translation>
    </message>
</context>
<context>
    <name>WayBackWords</name>
    <message>
        <source>nothing to take back</source>
        <translation>되돌릴 것이 없음</translation>
    </message>
    <message>
        <source>Blue serves everything, untouched.</source>
        <translation>블루가 그대로 모두 처리합니다.</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>되돌리는 중</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>필요 없음</translation>
    </message>
    <message>
        <source>for you to decide</source>
        <translation>직접 결정해야 함</translation>
    </message>
    <message>
        <source>It is paused: blue stays warm until someone says continue.</source>
        <translation>일시 정지 상태입니다. 누군가 계속을 지시할 때까지 블루는 대기합니다.</translation>
    </message>
    <message>
        <source>At %1 blue is retired; from then on it takes a new deployment.</source>
        <translation>%1에 블루가 퇴역합니다. 그 뒤에는 새로 배포해야 합니다.</translation>
    </message>
    <message>
        <source>Blue is retired once it has drained and green was watched for %1.</source>
        <translation>블루를 다 비우고 그린을 %1 동안 지켜본 뒤 블루가 퇴역합니다.</translation>
    </message>
    <message>
        <source>Blue is retired as soon as it has drained.</source>
        <translation>블루를 다 비우면 바로 퇴역합니다.</translation>
    </message>
    <message>
        <source>under 1 s, until %1</source>
        <translation>1초 이내, %1까지</translation>
    </message>
    <message>
        <source>under 1 s, until blue is retired</source>
        <translation>1초 이내, 블루가 퇴역할 때까지</translation>
    </message>
    <message>
        <source>a new deployment</source>
        <translation>새 배포</translation>
    </message>
    <message>
        <source>Blue is retired; its nodes were not all of one image.</source>
        <translation>블루가 퇴역했습니다. 블루의 노드는 모두 같은 이미지가 아니었습니다.</translation>
    </message>
    <message>
        <source>a new deployment of %1</source>
        <translation>%1 새 배포</translation>
    </message>
    <message>
        <source>Blue is retired.</source>
        <translation>블루가 퇴역했습니다.</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>Open a blueprint first.</source>
        <translation>먼저 블루프린트를 여십시오.</translation>
    </message>
    <message>
        <source>The fleet is not running. Bring it up first.</source>
        <translation>플릿이 실행 중이 아닙니다. 먼저 띄우십시오.</translation>
    </message>
    <message>
        <source>“%1” is under way.</source>
        <translation>‘%1’ 작업이 진행 중입니다.</translation>
    </message>
    <message>
        <source>A scan is under way.</source>
        <translation>스캔이 진행 중입니다.</translation>
    </message>
    <message>
        <source>Select a node of a group first.</source>
        <translation>먼저 그룹의 노드를 선택하십시오.</translation>
    </message>
    <message>
        <source>No deployment is under way.</source>
        <translation>진행 중인 배포가 없습니다.</translation>
    </message>
    <message>
        <source>The blueprint has changes that are not saved. Save or undo them first.</source>
        <translation>블루프린트에 저장하지 않은 변경이 있습니다. 먼저 저장하거나 취소하십시오.</translation>
    </message>
    <message>
        <source>The blueprint has no parts yet. The Edit menu adds one.</source>
        <translation>블루프린트에 아직 구성 요소가 없습니다. 편집 메뉴에서 추가하십시오.</translation>
    </message>
    <message>
        <source>These machines exist already. Snowmelt looks at them and changes nothing on them.</source>
        <translation>이미 있는 기계입니다. Snowmelt는 살펴보기만 하고 아무것도 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>Nobody has looked at these machines yet.</source>
        <translation>아직 아무도 이 머신들을 살펴보지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>WhyNotEdit</name>
    <message>
        <source>A part needs an image, and the blueprint has none yet.</source>
        <translation>부분에는 이미지가 필요한데, 블루프린트에 아직 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>Select a group, balancer, database or cache of the blueprint first.</source>
        <translation>먼저 블루프린트의 그룹, 밸런서, 데이터베이스 또는 캐시를 선택하십시오.</translation>
    </message>
    <message>
        <source>Nodes are counted, not named: resize %1, or select the group itself.</source>
        <translation>노드는 이름이 아니라 수로 정합니다. %1의 크기를 바꾸거나 그룹 자체를 선택하십시오.</translation>
    </message>
    <message>
        <source>Select a group or one of its nodes first.</source>
        <translation>먼저 그룹이나 그 노드를 선택하십시오.</translation>
    </message>
    <message>
        <source>The blueprint has nothing more to connect %1 to.</source>
        <translation>블루프린트에 %1을(를) 더 연결할 곳이 없습니다.</translation>
    </message>
    <message>
        <source>Open a blueprint first.</source>
        <translation>먼저 블루프린트를 여십시오.</translation>
    </message>
    <message>
        <source>%1 is connected to nothing.</source>
        <translation>%1은(는) 아무것과도 연결되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Nothing was changed since the blueprint was read.</source>
        <translation>블루프린트를 읽은 뒤로 바뀐 것이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was undone.</source>
        <translation>취소한 것이 없습니다.</translation>
    </message>
    <message>
        <source>The blueprint is on disk as it is shown.</source>
        <translation>보이는 그대로 디스크에 있습니다.</translation>
    </message>
    <message>
        <source>Several parts are selected. This is done to one at a time.</source>
        <translation>구성 요소가 여럿 선택되어 있습니다. 한 번에 하나씩 할 수 있습니다.</translation>
    </message>
    <message>
        <source>The diagram is empty.</source>
        <translation>다이어그램이 비어 있습니다.</translation>
    </message>
    <message>
        <source>Select groups, balancers, databases, caches or a zone first.</source>
        <translation>먼저 그룹, 밸런서, 데이터베이스, 캐시 또는 영역을 선택하십시오.</translation>
    </message>
    <message>
        <source>The machines of this fleet exist already. Which they are is said in the blueprint’s text, by “hosts”.</source>
        <translation>이 플릿의 기계는 이미 있습니다. 어떤 기계인지는 블루프린트 본문의 “hosts”에 적습니다.</translation>
    </message>
</context>
<context>
    <name>WhyNotFind</name>
    <message>
        <source>Search for something first.</source>
        <translation>먼저 무언가를 찾으십시오.</translation>
    </message>
    <message>
        <source>Select something in the diagram first.</source>
        <translation>먼저 다이어그램에서 무언가를 선택하십시오.</translation>
    </message>
    <message>
        <source>There is nowhere to go back to.</source>
        <translation>뒤로 갈 곳이 없습니다.</translation>
    </message>
    <message>
        <source>There is nowhere to go forward to.</source>
        <translation>앞으로 갈 곳이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing is hidden.</source>
        <translation>숨긴 것이 없습니다.</translation>
    </message>
    <message>
        <source>Select a group, or a node of one, first.</source>
        <translation>먼저 그룹이나 그룹의 노드를 선택하십시오.</translation>
    </message>
    <message>
        <source>“%1” is collapsed already.</source>
        <translation>“%1”은(는) 이미 접혀 있습니다.</translation>
    </message>
    <message>
        <source>“%1” is not collapsed.</source>
        <translation>“%1”은(는) 접혀 있지 않습니다.</translation>
    </message>
    <message>
        <source>No group is collapsed.</source>
        <translation>접힌 그룹이 없습니다.</translation>
    </message>
</context>
<context>
    <name>WithheldWording</name>
    <message numerus="yes">
        <source>%n line(s) may hold a secret: shown as digests, which only tell whether they differ</source>
        <translation>
            <numerusform>%n개 줄에 비밀이 있을 수 있습니다: 서로 다른지만 알려 주는 다이제스트로 표시합니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::Actions</name>
    <message>
        <source>&amp;About Snowmelt</source>
        <translation>Snowmelt 정보(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Open a blueprint…</source>
        <translation>블루프린트 열기(&amp;O)…</translation>
    </message>
    <message>
        <source>Try the &amp;lab</source>
        <translation>실습 환경 사용(&amp;L)</translation>
    </message>
    <message>
        <source>Opens the bundled fleet “shop”.</source>
        <translation>함께 제공되는 플릿 ‘shop’을 엽니다.</translation>
    </message>
    <message>
        <source>&amp;Read the blueprint again</source>
        <translation>블루프린트 다시 읽기(&amp;R)</translation>
    </message>
    <message>
        <source>After it was changed.</source>
        <translation>블루프린트를 바꾼 뒤에 씁니다.</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>닫기(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>종료(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Find a node</source>
        <translation>노드 찾기(&amp;F)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>확대(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>축소(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Fit the window</source>
        <translation>창에 맞추기(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>실제 크기(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Health</source>
        <translation>상태(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Drift</source>
        <translation>드리프트(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>이미지(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;System</source>
        <translation>시스템 설정(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>밝게(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>어둡게(&amp;D)</translation>
    </message>
    <message>
        <source>Bring &amp;up…</source>
        <translation>띄우기(&amp;U)…</translation>
    </message>
    <message>
        <source>Makes what is missing and waits until it is healthy.</source>
        <translation>없는 것을 만들고 정상이 될 때까지 기다립니다.</translation>
    </message>
    <message>
        <source>Take &amp;down…</source>
        <translation>내리기(&amp;D)…</translation>
    </message>
    <message>
        <source>Removes this fleet&apos;s nodes and network.</source>
        <translation>이 플릿의 노드와 네트워크를 제거합니다.</translation>
    </message>
    <message>
        <source>&amp;Scan</source>
        <translation>스캔(&amp;S)</translation>
    </message>
    <message>
        <source>Compares every node with the image it was born from. It only reads.</source>
        <translation>모든 노드를 태어난 이미지와 비교합니다. 읽기만 합니다.</translation>
    </message>
    <message>
        <source>Scan &amp;this one</source>
        <translation>이 노드 스캔(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>다시 살펴보기(&amp;L)</translation>
    </message>
    <message>
        <source>Asks the world once more.</source>
        <translation>지금 상태를 다시 확인합니다.</translation>
    </message>
    <message>
        <source>&amp;Build image…</source>
        <translation>이미지 빌드(&amp;B)…</translation>
    </message>
    <message>
        <source>Makes an image from its recipe.</source>
        <translation>레시피로 이미지를 만듭니다.</translation>
    </message>
    <message>
        <source>&amp;Swap…</source>
        <translation>교체(&amp;S)…</translation>
    </message>
    <message>
        <source>Moves a group to another image version. The plan is shown first.</source>
        <translation>그룹을 다른 이미지 버전으로 옮깁니다. 먼저 계획을 보여 줍니다.</translation>
    </message>
    <message>
        <source>&amp;Rebirth…</source>
        <translation>재탄생(&amp;R)…</translation>
    </message>
    <message>
        <source>Replaces the selected node by a fresh one.</source>
        <translation>선택한 노드를 새 노드로 바꿉니다.</translation>
    </message>
    <message>
        <source>Roll bac&amp;k…</source>
        <translation>롤백(&amp;K)…</translation>
    </message>
    <message>
        <source>Blue takes all traffic again; green is removed.</source>
        <translation>블루가 다시 모든 트래픽을 받고, 그린은 제거됩니다.</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>모양(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>F&amp;leet</source>
        <translation>플릿(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Deploy</source>
        <translation>배포(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>Desktop &amp;notifications</source>
        <translation>데스크톱 알림(&amp;N)</translation>
    </message>
    <message>
        <source>Tells you when a deployment needs you and the window is not in front.</source>
        <translation>창이 앞에 있지 않을 때 배포에 사람이 필요하면 알립니다.</translation>
    </message>
    <message>
        <source>&amp;Orphans…</source>
        <translation>고아 항목(&amp;O)…</translation>
    </message>
    <message>
        <source>Lists what Snowmelt made and nothing refers to.</source>
        <translation>Snowmelt가 만들었지만 아무도 가리키지 않는 것을 보여 줍니다.</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>일시 정지(&amp;P)</translation>
    </message>
    <message>
        <source>Finishes the act at hand, then stands still.</source>
        <translation>하던 동작을 마치고 멈춥니다.</translation>
    </message>
    <message>
        <source>Con&amp;tinue</source>
        <translation>계속(&amp;T)</translation>
    </message>
    <message>
        <source>Goes on where it stands still.</source>
        <translation>멈춘 곳에서 이어 갑니다.</translation>
    </message>
    <message numerus="yes">
        <source>+%n min</source>
        <translation>
            <numerusform>+%n분</numerusform>
        </translation>
    </message>
    <message>
        <source>Gives blue’s sessions more time.</source>
        <translation>블루의 세션에 시간을 더 줍니다.</translation>
    </message>
    <message>
        <source>&amp;Abort…</source>
        <translation>중단(&amp;A)…</translation>
    </message>
    <message>
        <source>Stops where it stands; both sides stay as they are.</source>
        <translation>지금 상태에서 멈춥니다. 양쪽 모두 그대로 있습니다.</translation>
    </message>
    <message>
        <source>&amp;History</source>
        <translation>이력(&amp;H)</translation>
    </message>
    <message>
        <source>What was done, by whom, and how it ended.</source>
        <translation>누가 무엇을 했고 어떻게 끝났는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>&amp;Extend drain</source>
        <translation>비우기 연장(&amp;E)</translation>
    </message>
    <message>
        <source>Writes the diagram, or the review of the fleet, into a file.</source>
        <translation>다이어그램이나 플릿 검토서를 파일로 씁니다.</translation>
    </message>
    <message>
        <source>Copy as &amp;picture</source>
        <translation>그림으로 복사(&amp;P)</translation>
    </message>
    <message>
        <source>The diagram, for another program to paste.</source>
        <translation>다른 프로그램에 붙여 넣을 다이어그램입니다.</translation>
    </message>
    <message>
        <source>&amp;Compare…</source>
        <translation>비교(&amp;C)…</translation>
    </message>
    <message>
        <source>Two states of the fleet as one diagram: what differs.</source>
        <translation>플릿의 두 상태를 한 다이어그램으로 보여 주고 다른 점을 표시합니다.</translation>
    </message>
    <message>
        <source>&amp;New blueprint…</source>
        <translation>새 블루프린트(&amp;N)…</translation>
    </message>
    <message>
        <source>L&amp;ight, high contrast</source>
        <translation>밝게, 고대비(&amp;I)</translation>
    </message>
    <message>
        <source>D&amp;ark, high contrast</source>
        <translation>어둡게, 고대비(&amp;A)</translation>
    </message>
    <message>
        <source>Begins a fleet of your own: the lab’s images, and no parts yet. The Edit menu adds them.</source>
        <translation>내 플릿을 시작합니다. 실습 환경의 이미지만 있고 구성 요소는 아직 없으며, 편집 메뉴에서 추가합니다.</translation>
    </message>
    <message>
        <source>D&amp;rift over time…</source>
        <translation>시간에 따른 드리프트(&amp;R)…</translation>
    </message>
    <message>
        <source>Since when nodes differ, and what likely caused it, as scans saw it.</source>
        <translation>스캔이 본 대로, 노드가 언제부터 다른지와 추정 원인.</translation>
    </message>
    <message>
        <source>Compares every host with the last look that was accepted. It only reads.</source>
        <translation>모든 호스트를 마지막으로 승인한 관찰과 비교합니다. 읽기만 합니다.</translation>
    </message>
    <message>
        <source>I&amp;mages…</source>
        <translation>이미지(&amp;M)…</translation>
    </message>
    <message>
        <source>Who is born from what, and what differs between two images.</source>
        <translation>무엇이 무엇에서 태어났는지, 두 이미지가 무엇이 다른지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Edit re&amp;cipe…</source>
        <translation>레시피 편집(&amp;C)…</translation>
    </message>
    <message>
        <source>Shows how an image is made, with its errors, and what its parents add.</source>
        <translation>이미지가 만들어지는 방법을 오류와 함께, 그리고 부모가 더하는 것을 보여 줍니다.</translation>
    </message>
    <message>
        <source>&amp;Image store…</source>
        <translation>이미지 저장소(&amp;I)…</translation>
    </message>
    <message>
        <source>Every build that is kept: which are needed, and whether they are whole.</source>
        <translation>보관 중인 모든 빌드: 어느 것이 필요한지, 온전한지 봅니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::ActivityModel</name>
    <message>
        <source>Operation</source>
        <translation>작업</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>걸린 시간</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>시작</translation>
    </message>
</context>
<context>
    <name>snowmelt::ActivityPanel</name>
    <message>
        <source>Nothing has been done yet. What you start shows here, with its log.</source>
        <translation>아직 한 일이 없습니다. 시작한 작업이 로그와 함께 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>활동</translation>
    </message>
    <message>
        <source>Cancelling; clean-up is shown until it is done.</source>
        <translation>취소하는 중입니다. 정리가 끝날 때까지 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Cancel %1</source>
        <translation>%1 취소</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>타임라인</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Charts</source>
        <translation>차트</translation>
    </message>
    <message>
        <source>Choose an operation under Activity; the last one’s log shows here.</source>
        <translation>활동에서 작업을 고르십시오. 여기에는 마지막 작업의 로그가 나타납니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>닫기</translation>
    </message>
    <message numerus="yes">
        <source>%n more deployment(s) run</source>
        <translation>
            <numerusform>다른 배포 %n개 진행 중</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows the next: %1</source>
        <translation>다음 것을 보여 줍니다: %1</translation>
    </message>
</context>
<context>
    <name>snowmelt::BuildDialog</name>
    <message>
        <source>Build an image</source>
        <translation>이미지 빌드</translation>
    </message>
    <message>
        <source>&amp;Build</source>
        <translation>빌드(&amp;B)</translation>
    </message>
    <message>
        <source>An image is made from its recipe alone, never from a running server. Parents that are missing or stale are built first.</source>
        <translation>이미지는 레시피만으로 만들며, 실행 중인 서버에서 만들지 않습니다. 없거나 오래된 부모 이미지는 먼저 빌드합니다.</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>From &amp;scratch: build parents again too, even when nothing changed</source>
        <translation>처음부터(&amp;S): 바뀐 것이 없어도 부모까지 다시 빌드합니다</translation>
    </message>
    <message>
        <source>&amp;Build %1</source>
        <translation>%1 빌드(&amp;B)</translation>
    </message>
    <message>
        <source>Never built.</source>
        <translation>빌드한 적이 없습니다.</translation>
    </message>
    <message>
        <source>Built again from zero; running nodes keep theirs.</source>
        <translation>처음부터 다시 빌드합니다. 실행 중인 노드는 지금 이미지를 유지합니다.</translation>
    </message>
    <message>
        <source>Already built and up to date: there is nothing to do.</source>
        <translation>이미 빌드되어 있고 최신입니다. 할 일이 없습니다.</translation>
    </message>
    <message>
        <source>Edit its &amp;recipe…</source>
        <translation>레시피 편집(&amp;R)…</translation>
    </message>
    <message>
        <source>Build &amp;twice and compare; keeps neither</source>
        <translation>두 번 빌드해 비교하고 둘 다 버리기(&amp;T)</translation>
    </message>
    <message>
        <source>Every tier is built twice from zero, the second time elsewhere: other path, host, time zone, language and number of processors. What differs is named in the log.</source>
        <translation>모든 계층을 처음부터 두 번 빌드합니다. 두 번째는 경로, 호스트, 시간대, 언어, 프로세서 수를 바꿉니다. 다른 점은 로그에 나옵니다.</translation>
    </message>
    <message>
        <source>&amp;Keep the root of a tier that fails</source>
        <translation>실패한 계층의 루트 남기기(&amp;K)</translation>
    </message>
    <message>
        <source>This machine</source>
        <translation>이 컴퓨터</translation>
    </message>
    <message>
        <source>Or a host that is reached over SSH: [user@]host[:port]</source>
        <translation>또는 SSH로 연결하는 호스트: [user@]host[:port]</translation>
    </message>
    <message>
        <source>Build &amp;on:</source>
        <translation>빌드할 곳(&amp;O):</translation>
    </message>
    <message>
        <source>&amp;Prove</source>
        <translation>증명(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Prove %1</source>
        <translation>%1 증명(&amp;P)</translation>
    </message>
    <message>
        <source>A host is written as [user@]host[:port].</source>
        <translation>호스트는 [user@]host[:port] 형식으로 씁니다.</translation>
    </message>
    <message>
        <source>Proving builds everything from zero in any case.</source>
        <translation>증명할 때는 언제나 모든 것을 처음부터 빌드합니다.</translation>
    </message>
    <message>
        <source>Proving keeps nothing.</source>
        <translation>증명할 때는 아무것도 남기지 않습니다.</translation>
    </message>
    <message>
        <source>Only on this machine: on another host nothing is left behind.</source>
        <translation>이 컴퓨터에서만 가능합니다. 다른 호스트에는 아무것도 남기지 않습니다.</translation>
    </message>
    <message>
        <source>Proving is done on this machine.</source>
        <translation>증명은 이 컴퓨터에서 합니다.</translation>
    </message>
    <message>
        <source>The blueprint names no image.</source>
        <translation>블루프린트에 이미지가 없습니다.</translation>
    </message>
    <message>
        <source>To look into it: the message says how to open a shell in it. Only when Snowmelt runs as root.</source>
        <translation>안을 살펴보기 위한 것입니다. 그 안에서 셸을 여는 방법은 메시지에 나옵니다. Snowmelt를 루트로 실행할 때만 됩니다.</translation>
    </message>
    <message>
        <source>Builds every tier twice from zero, as root; the store stays as it is.</source>
        <translation>루트 권한으로 모든 계층을 처음부터 두 번 빌드합니다. 저장소는 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Its recipe, files, lock or parent, or the way Snowmelt builds, changed since it was built.</source>
        <translation>빌드한 뒤에 레시피, 파일, 잠금, 부모 또는 Snowmelt의 빌드 방식이 바뀌었습니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::ChallengeDialog</name>
    <message>
        <source>&amp;Continue</source>
        <translation>계속(&amp;C)</translation>
    </message>
</context>
<context>
    <name>snowmelt::ChangedFileQuestion</name>
    <message>
        <source>%1 is gone</source>
        <translation>%1이(가) 없어졌습니다</translation>
    </message>
    <message>
        <source>%1 was changed meanwhile</source>
        <translation>그사이 %1이(가) 바뀌었습니다</translation>
    </message>
    <message>
        <source>&amp;Write it anew</source>
        <translation>새로 쓰기(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Put mine into theirs</source>
        <translation>저쪽 내용에 내 변경 넣기(&amp;P)</translation>
    </message>
    <message>
        <source>It was moved or deleted since it was read. Nothing has been written.</source>
        <translation>읽은 뒤에 옮겨지거나 지워졌습니다. 아무것도 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>Somebody else wrote it since it was read. Nothing has been written.</source>
        <translation>읽은 뒤에 다른 누군가가 썼습니다. 아무것도 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>Your changes fit into what is there now: both are kept.</source>
        <translation>내 변경은 지금 있는 내용에 맞습니다. 둘 다 남습니다.</translation>
    </message>
    <message>
        <source>Your changes do not fit into what is there now: %1</source>
        <translation>내 변경은 지금 있는 내용에 맞지 않습니다: %1</translation>
    </message>
    <message>
        <source>&amp;Overwrite theirs</source>
        <translation>저쪽 내용 덮어쓰기(&amp;O)</translation>
    </message>
</context>
<context>
    <name>snowmelt::ChangedRecipeQuestion</name>
    <message>
        <source>%1 is gone</source>
        <translation>%1이(가) 사라졌습니다</translation>
    </message>
    <message>
        <source>%1 was changed meanwhile</source>
        <translation>그사이 %1이(가) 바뀌었습니다</translation>
    </message>
    <message>
        <source>&amp;Write it anew</source>
        <translation>새로 쓰기(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Overwrite theirs</source>
        <translation>덮어쓰기(&amp;O)</translation>
    </message>
    <message>
        <source>It was moved or deleted since it was read. Nothing has been written.</source>
        <translation>읽은 뒤에 옮겨지거나 삭제되었습니다. 아직 아무것도 저장하지 않았습니다.</translation>
    </message>
    <message>
        <source>Somebody else wrote it since it was read. Nothing has been written.</source>
        <translation>읽은 뒤에 다른 곳에서 파일을 고쳤습니다. 아직 아무것도 저장하지 않았습니다.</translation>
    </message>
    <message>
        <source>&amp;Take theirs, drop mine</source>
        <translation>내 변경을 버리고 파일 내용 사용(&amp;T)</translation>
    </message>
</context>
<context>
    <name>snowmelt::ChartsView</name>
    <message>
        <source>As the balancer counts; p95 is of Snowmelt’s own probes. What these cannot see: clients that never reached the balancer, and answers that are wrong but have status 200.</source>
        <translation>밸런서가 센 값이며, p95는 Snowmelt의 자체 확인 요청에서 잰 값입니다. 밸런서에 닿지 못한 클라이언트와, 상태는 200이지만 내용이 틀린 응답은 볼 수 없습니다.</translation>
    </message>
    <message>
        <source>Nothing has been counted yet. The first numbers come with the next steps, one a second.</source>
        <translation>아직 센 것이 없습니다. 다음 단계부터 1초에 하나씩 값이 나타납니다.</translation>
    </message>
    <message>
        <source>Traffic shows here while a swap or a rebirth runs, and afterwards. Nothing has been counted yet.</source>
        <translation>교체나 재탄생이 진행되는 동안과 그 뒤에 트래픽이 여기에 나타납니다. 아직 센 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::ChecksList</name>
    <message>
        <source>Accept</source>
        <translation>감수</translation>
    </message>
    <message>
        <source>Accept: %1</source>
        <translation>감수: %1</translation>
    </message>
</context>
<context>
    <name>snowmelt::ChoicesBar</name>
    <message>
        <source>%1, made anew</source>
        <translation>%1, 새로 만듦</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>이미지 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Target version</source>
        <translation>대상 버전</translation>
    </message>
    <message>
        <source> s</source>
        <translation>초</translation>
    </message>
    <message>
        <source>So long green is watched while blue is kept ready: rolling back is at once.</source>
        <translation>블루를 대기시킨 채 이 시간만큼 그린을 지켜봅니다. 그동안은 즉시 롤백할 수 있습니다.</translation>
    </message>
    <message>
        <source>&amp;Watch for</source>
        <translation>지켜볼 시간(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;More</source>
        <translation>더 보기(&amp;M)</translation>
    </message>
    <message>
        <source>Deadlines, gates, and what becomes of a green that fails</source>
        <translation>기한, 게이트, 실패한 그린의 처리</translation>
    </message>
    <message>
        <source>The blueprint has no other version of this image. Add one, then read it again.</source>
        <translation>블루프린트에 이 이미지의 다른 버전이 없습니다. 추가한 다음 다시 읽으십시오.</translation>
    </message>
    <message>
        <source>Few&amp;er</source>
        <translation>간단히(&amp;E)</translation>
    </message>
    <message>
        <source>So many are replaced at the same time at most: no more than there are free slots.</source>
        <translation>동시에 최대 이만큼 바꿉니다. 빈 슬롯보다 많을 수는 없습니다.</translation>
    </message>
    <message>
        <source>So many nodes that are not being replaced take traffic at any time. 0: not asked for.</source>
        <translation>바뀌지 않는 노드가 언제나 이만큼 트래픽을 받습니다. 0: 요구하지 않음.</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 외 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>In this order: %1</source>
        <translation>이 순서로: %1</translation>
    </message>
    <message>
        <source>What was changed or stored on them alone ends with them. The first that does not end well is the last; those after it stay as they are.</source>
        <translation>그 노드에서만 바뀌거나 저장된 것은 노드와 함께 없어집니다. 처음으로 잘 끝나지 않은 것이 마지막이 되고, 그 뒤의 노드는 그대로 남습니다.</translation>
    </message>
    <message>
        <source>&amp;At once</source>
        <translation>동시에(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Left serving</source>
        <translation>남아서 서비스(&amp;L)</translation>
    </message>
</context>
<context>
    <name>snowmelt::CloseQuestion</name>
    <message>
        <source>Something is still under way</source>
        <translation>아직 진행 중인 작업이 있습니다</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>닫지 않기(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Close when it has ended</source>
        <translation>작업이 끝나면 닫기(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Roll back and close</source>
        <translation>롤백하고 닫기(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Cancel and close</source>
        <translation>취소하고 닫기(&amp;C)</translation>
    </message>
    <message>
        <source>Blue serves everything, green is removed.</source>
        <translation>블루가 모두 처리하고, 그린은 제거됩니다.</translation>
    </message>
    <message>
        <source>Closing as soon as it is cleaned up…</source>
        <translation>정리가 끝나는 대로 닫습니다…</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>일시 정지됨</translation>
    </message>
    <message>
        <source>&amp;Keep it running</source>
        <translation>계속 실행(&amp;K)</translation>
    </message>
    <message>
        <source>Kept running, it goes on without the window, tells when you are needed, and the window comes back when it did not end well. A terminal can tell it the same as the window.</source>
        <translation>계속 실행하면 창 없이 진행되고, 사람이 필요하면 알리며, 잘 끝나지 않으면 창이 다시 나타납니다. 터미널에서도 창에서와 똑같이 지시할 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 is paused and stays so until someone says continue.</source>
        <translation>%1 배포는 일시 정지 상태이며 누군가 계속을 지시할 때까지 그대로 있습니다.</translation>
    </message>
    <message>
        <source>&amp;Roll all back and close</source>
        <translation>모두 롤백하고 닫기(&amp;R)</translation>
    </message>
    <message>
        <source>What cannot go back any more comes to its end first.</source>
        <translation>더 이상 되돌릴 수 없는 것은 먼저 끝까지 진행합니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::CommandBox</name>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy: %1</source>
        <translation>복사: %1</translation>
    </message>
</context>
<context>
    <name>snowmelt::Commands</name>
    <message>
        <source>Exported to %1</source>
        <translation>%1에 내보냈습니다</translation>
    </message>
    <message>
        <source>The diagram is on the clipboard</source>
        <translation>다이어그램을 클립보드에 넣었습니다</translation>
    </message>
</context>
<context>
    <name>snowmelt::CompareStage</name>
    <message>
        <source>Nothing differs</source>
        <translation>다른 점이 없습니다</translation>
    </message>
    <message>
        <source>Both states have the same parts, with the same properties and lines.</source>
        <translation>두 상태의 부분과 속성, 연결선이 모두 같습니다.</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>다른 점</translation>
    </message>
</context>
<context>
    <name>snowmelt::CompareView</name>
    <message>
        <source>Both states as one diagram</source>
        <translation>두 상태를 합친 다이어그램</translation>
    </message>
</context>
<context>
    <name>snowmelt::CompareWindow</name>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>After</source>
        <translation>이후</translation>
    </message>
    <message>
        <source>⇄</source>
        <translation>⇄</translation>
    </message>
    <message>
        <source>Exchanges the two sides</source>
        <translation>양쪽을 서로 바꿉니다</translation>
    </message>
    <message>
        <source>Exchange the two sides</source>
        <translation>양쪽 바꾸기</translation>
    </message>
    <message>
        <source>with</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>It cannot be compared</source>
        <translation>비교할 수 없습니다</translation>
    </message>
    <message>
        <source>Reading the journal…</source>
        <translation>저널을 읽는 중…</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>비교하는 중…</translation>
    </message>
</context>
<context>
    <name>snowmelt::ComparisonModel</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>구성 요소</translation>
    </message>
    <message>
        <source>What</source>
        <translation>무엇</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>After</source>
        <translation>이후</translation>
    </message>
    <message>
        <source>Nothing differs.</source>
        <translation>다른 점이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>추가 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n removed</source>
        <translation>
            <numerusform>제거 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n changed</source>
        <translation>
            <numerusform>변경 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>연결 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>added</source>
        <translation>추가됨</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>제거됨</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>변경됨</translation>
    </message>
    <message>
        <source>image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>digest</source>
        <translation>다이제스트</translation>
    </message>
    <message>
        <source>health</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>side</source>
        <translation>쪽</translation>
    </message>
    <message>
        <source>state</source>
        <translation>실행 상태</translation>
    </message>
    <message>
        <source>version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>port</source>
        <translation>포트</translation>
    </message>
    <message>
        <source>health check</source>
        <translation>상태 검사</translation>
    </message>
    <message>
        <source>port for clients</source>
        <translation>클라이언트 포트</translation>
    </message>
    <message>
        <source>schema</source>
        <translation>스키마</translation>
    </message>
    <message>
        <source>software</source>
        <translation>소프트웨어</translation>
    </message>
    <message>
        <source>the fleet</source>
        <translation>플릿</translation>
    </message>
    <message>
        <source>zone %1</source>
        <translation>영역 %1</translation>
    </message>
    <message>
        <source>slot</source>
        <translation>슬롯</translation>
    </message>
    <message>
        <source>drift</source>
        <translation>드리프트</translation>
    </message>
    <message>
        <source>address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>service</source>
        <translation>서비스 주소</translation>
    </message>
    <message>
        <source>SSH</source>
        <translation>SSH</translation>
    </message>
    <message>
        <source>born</source>
        <translation>생성 시각</translation>
    </message>
    <message>
        <source>clients connect to</source>
        <translation>클라이언트 접속 주소</translation>
    </message>
    <message>
        <source>serves</source>
        <translation>담당 대상</translation>
    </message>
    <message>
        <source>uses</source>
        <translation>의존 대상</translation>
    </message>
    <message>
        <source>pair</source>
        <translation>이중화 짝</translation>
    </message>
    <message>
        <source>replica of</source>
        <translation>복제 원본</translation>
    </message>
    <message>
        <source>zone</source>
        <translation>영역</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>볼륨</translation>
    </message>
    <message>
        <source>name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>platform</source>
        <translation>플랫폼</translation>
    </message>
    <message>
        <source>currency</source>
        <translation>통화</translation>
    </message>
    <message>
        <source>price of a node an hour</source>
        <translation>노드의 시간당 요금</translation>
    </message>
    <message>
        <source>recipe</source>
        <translation>레시피</translation>
    </message>
    <message>
        <source>removed with the fleet</source>
        <translation>플릿과 함께 삭제</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>보존</translation>
    </message>
    <message>
        <source>host</source>
        <translation>호스트</translation>
    </message>
</context>
<context>
    <name>snowmelt::ConnectGesture</name>
    <message>
        <source>Drag it to another part to connect %1 with it, or click it to choose from a list (%2).</source>
        <translation>다른 부분으로 끌어다 놓으면 %1을(를) 그 부분과 연결합니다. 클릭하면 목록에서 고를 수 있습니다(%2).</translation>
    </message>
</context>
<context>
    <name>snowmelt::ControlBar</name>
    <message>
        <source>&amp;Roll back…</source>
        <translation>롤백…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>&amp;Abort…</source>
        <translation>중단…</translation>
    </message>
    <message>
        <source>&amp;Extend drain</source>
        <translation>비우기 연장</translation>
    </message>
    <message numerus="yes">
        <source>+%n min</source>
        <translation>
            <numerusform>+%n분</numerusform>
        </translation>
    </message>
    <message>
        <source>Telling it: “%1”…</source>
        <translation>지시하는 중: ‘%1’…</translation>
    </message>
</context>
<context>
    <name>snowmelt::CulpritRow</name>
    <message>
        <source>not counted</source>
        <translation>집계되지 않음</translation>
    </message>
</context>
<context>
    <name>snowmelt::DatedDriftModel</name>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>언제부터</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>마지막 확인</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>사라짐</translation>
    </message>
    <message>
        <source>Likely cause</source>
        <translation>추정 원인</translation>
    </message>
</context>
<context>
    <name>snowmelt::DeploymentPage</name>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>%1 · started %2</source>
        <translation>%1 · %2 시작</translation>
    </message>
    <message>
        <source>%1 · started %2 by %3</source>
        <translation>%1 · %3 님이 %2에 시작</translation>
    </message>
    <message>
        <source>Sessions on blue</source>
        <translation>블루의 세션</translation>
    </message>
    <message>
        <source>deadline %1</source>
        <translation>기한 %1</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>게이트</translation>
    </message>
</context>
<context>
    <name>snowmelt::DesktopNotifier</name>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
</context>
<context>
    <name>snowmelt::DialogFrame</name>
    <message>
        <source>About Snowmelt</source>
        <translation>Snowmelt 정보</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>닫기(&amp;C)</translation>
    </message>
    <message>
        <source>See a fleet, find the snowflake, build an image, swap the traffic.</source>
        <translation>플릿을 보고, 눈송이 서버를 찾고, 이미지를 빌드하고, 트래픽을 교체합니다.</translation>
    </message>
    <message>
        <source>Licence: GPL-3.0-or-later.</source>
        <translation>라이선스: GPL-3.0-or-later.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>snowmelt::DifferenceDetail</name>
    <message>
        <source>Each value and who has it</source>
        <translation>각 값과 그 값을 가진 노드</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>as many have it otherwise, so none is more right</source>
        <translation>다르게 가진 노드도 같은 수라 어느 쪽이 옳다고 할 수 없음</translation>
    </message>
    <message>
        <source>most</source>
        <translation>다수</translation>
    </message>
    <message>
        <source>these</source>
        <translation>이 노드</translation>
    </message>
    <message numerus="yes">
        <source>Likely one cause: these nodes, and no others, differ in the same way in %n thing(s).</source>
        <translation>
            <numerusform>원인이 하나일 가능성: 이 노드들만 %n가지에서 같은 방식으로 다름</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::Differences</name>
    <message>
        <source>&amp;Who differs…</source>
        <translation>누가 다른지(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Who differs in %1…</source>
        <translation>%1에서 누가 다른지(&amp;W)…</translation>
    </message>
    <message>
        <source>Select a group, or two nodes or more, first.</source>
        <translation>먼저 그룹을 하나, 또는 노드를 둘 이상 선택하십시오.</translation>
    </message>
    <message>
        <source>Looks at the nodes and shows what is not the same on all of them. It only reads.</source>
        <translation>노드를 살펴보고 모두 같지 않은 것을 보여 줍니다. 읽기만 합니다.</translation>
    </message>
    <message numerus="yes">
        <source>Compare these %n &amp;node(s)…</source>
        <translation>
            <numerusform>이 노드 %n개 비교(&amp;N)…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::DifferencesHead</name>
    <message>
        <source>Rebirth…</source>
        <translation>재탄생…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copies the whole comparison as text.</source>
        <translation>비교 전체를 텍스트로 복사합니다.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 보기</translation>
    </message>
    <message>
        <source>Closes who differs (Esc)</source>
        <translation>비교를 닫습니다 (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>비교 기준</translation>
    </message>
    <message>
        <source>What the nodes are compared with. Another choice looks again.</source>
        <translation>노드를 무엇과 비교할지 정합니다. 바꾸면 다시 살펴봅니다.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Who differs in %1</source>
        <translation>%1에서 누가 다른지</translation>
    </message>
    <message>
        <source>seen %1</source>
        <translation>%1에 봄</translation>
    </message>
    <message>
        <source>What most have</source>
        <translation>다수가 가진 것</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>취소하는 중…</translation>
    </message>
    <message>
        <source>The nodes are being looked at.</source>
        <translation>노드를 살펴보는 중입니다.</translation>
    </message>
    <message>
        <source>Looks at the nodes once more. It only reads.</source>
        <translation>노드를 한 번 더 살펴봅니다. 읽기만 합니다.</translation>
    </message>
    <message>
        <source>Rebirth %1…</source>
        <translation>%1 재탄생…</translation>
    </message>
    <message>
        <source>Choose a node’s column first.</source>
        <translation>먼저 노드의 열을 선택하십시오.</translation>
    </message>
    <message>
        <source>Replaces the node by a fresh one of the same image. No request is lost.</source>
        <translation>노드를 같은 이미지의 새 노드로 바꿉니다. 요청은 하나도 잃지 않습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Rebirth the %n that differ(s)…</source>
        <translation>
            <numerusform>다른 노드 %n개 다시 태어나게…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::DifferencesPanel</name>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>The nodes are others since: look again</source>
        <translation>그사이 노드가 바뀌었습니다. 다시 살펴보십시오</translation>
    </message>
    <message>
        <source>Looking at the nodes of %1…</source>
        <translation>%1의 노드를 살펴보는 중…</translation>
    </message>
    <message>
        <source>All of them at the same time.</source>
        <translation>모두 동시에 살펴봅니다.</translation>
    </message>
    <message numerus="yes">
        <source>Look at the %n node(s) of %1 and compare them.</source>
        <translation>
            <numerusform>%1의 노드 %n개를 살펴보고 비교합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not compared yet</source>
        <translation>아직 비교하지 않음</translation>
    </message>
    <message>
        <source>&amp;Look now</source>
        <translation>지금 보기</translation>
    </message>
    <message>
        <source>No difference matches the filter</source>
        <translation>필터에 맞는 차이 없음</translation>
    </message>
    <message>
        <source>&amp;Show all</source>
        <translation>모두 보기</translation>
    </message>
    <message>
        <source>All alike</source>
        <translation>모두 같음</translation>
    </message>
    <message>
        <source>Everything that is compared could be seen, and nothing differs.</source>
        <translation>비교하는 것을 모두 볼 수 있었고, 다른 것이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing could be seen</source>
        <translation>아무것도 볼 수 없었음</translation>
    </message>
    <message>
        <source>Nothing differs in what could be seen</source>
        <translation>볼 수 있었던 것에는 차이 없음</translation>
    </message>
    <message>
        <source>Nothing differs but what rules hide</source>
        <translation>규칙이 숨기는 것 외에는 다른 것이 없습니다</translation>
    </message>
    <message>
        <source>Nothing that is shown differs in what could be seen</source>
        <translation>볼 수 있었던 것 중 표시할 차이가 없습니다</translation>
    </message>
    <message>
        <source>&amp;Show what is hidden</source>
        <translation>숨긴 항목 표시</translation>
    </message>
    <message>
        <source>Sorting what differs…</source>
        <translation>차이를 정리하는 중…</translation>
    </message>
</context>
<context>
    <name>snowmelt::DifferencesTools</name>
    <message>
        <source>Find a thing or a value</source>
        <translation>항목이나 값 찾기</translation>
    </message>
    <message>
        <source>Of which kind</source>
        <translation>어떤 종류</translation>
    </message>
    <message>
        <source>Only what differs on these nodes.</source>
        <translation>이 노드에서 다른 것만 봅니다.</translation>
    </message>
    <message>
        <source>Every kind</source>
        <translation>모든 종류</translation>
    </message>
    <message>
        <source>&amp;All nodes</source>
        <translation>모든 노드</translation>
    </message>
    <message>
        <source>All nodes</source>
        <translation>모든 노드</translation>
    </message>
    <message numerus="yes">
        <source>%n node(s)</source>
        <translation>
            <numerusform>노드 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) hidden by the filter</source>
        <translation>
            <numerusform>필터로 %n줄 숨김</numerusform>
        </translation>
    </message>
    <message>
        <source>How severe</source>
        <translation>심각도</translation>
    </message>
    <message>
        <source>Shows what rules of the blueprint hide, with the reason of each rule.</source>
        <translation>블루프린트의 규칙이 숨기는 것을 각 규칙의 이유와 함께 표시합니다.</translation>
    </message>
    <message>
        <source>Every severity</source>
        <translation>모든 심각도</translation>
    </message>
    <message numerus="yes">
        <source>%n hidden by rules</source>
        <translation>
            <numerusform>규칙이 숨긴 항목 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::DriftChart</name>
    <message>
        <source>From %1 to %2: %3 differences at first, %4 at last, on %5 of %6 nodes.</source>
        <translation>%1부터 %2까지: 처음 차이 %3개, 마지막 %4개, 노드 %6개 중 %5개.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Nodes that differ</source>
        <translation>다른 노드</translation>
    </message>
    <message>
        <source>differences</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>nodes</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>Drift over time</source>
        <translation>시간에 따른 드리프트</translation>
    </message>
</context>
<context>
    <name>snowmelt::DriftCountModel</name>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1개</translation>
    </message>
    <message>
        <source>Scanned</source>
        <translation>스캔 시각</translation>
    </message>
    <message>
        <source>Nodes that differ</source>
        <translation>다른 노드</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>숨김</translation>
    </message>
    <message>
        <source>Not all seen</source>
        <translation>다 보지 못함</translation>
    </message>
</context>
<context>
    <name>snowmelt::DriftDelegate</name>
    <message>
        <source>image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>node</source>
        <translation>노드</translation>
    </message>
</context>
<context>
    <name>snowmelt::DriftHistoryWindow</name>
    <message>
        <source>Drift of %1 over time</source>
        <translation>시간에 따른 %1의 드리프트</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>그룹</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>Still there or gone</source>
        <translation>아직 있음 또는 사라짐</translation>
    </message>
    <message>
        <source>Still there</source>
        <translation>아직 있음</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>사라짐</translation>
    </message>
    <message>
        <source>Still there and gone</source>
        <translation>아직 있음과 사라짐</translation>
    </message>
    <message>
        <source>Reading what was kept…</source>
        <translation>보관된 것을 읽는 중…</translation>
    </message>
    <message>
        <source>Drift over time cannot be read</source>
        <translation>시간에 따른 드리프트를 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>What went wrong is said below.</source>
        <translation>무엇이 잘못되었는지 아래에 나옵니다.</translation>
    </message>
    <message>
        <source>No scan has been kept yet</source>
        <translation>아직 보관된 스캔이 없습니다</translation>
    </message>
    <message>
        <source>Scan, and scan again later: each scan adds to what is known of when a difference came and went.</source>
        <translation>스캔하고, 나중에 다시 스캔하십시오. 스캔할 때마다 차이가 언제 생기고 사라졌는지 더 알게 됩니다.</translation>
    </message>
    <message>
        <source>Counts of each scan</source>
        <translation>스캔별 수</translation>
    </message>
    <message>
        <source>Differences over time</source>
        <translation>시간에 따른 차이</translation>
    </message>
    <message>
        <source>Every node</source>
        <translation>모든 노드</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%2개 중 %1개 표시</translation>
    </message>
</context>
<context>
    <name>snowmelt::DriftModel</name>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>노드</translation>
    </message>
</context>
<context>
    <name>snowmelt::DriftPage</name>
    <message>
        <source>Scan now</source>
        <translation>지금 스캔</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Filter differences</source>
        <translation>차이 걸러 보기</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>모두 복사</translation>
    </message>
    <message>
        <source>Copies the whole report as text.</source>
        <translation>보고서 전체를 텍스트로 복사합니다.</translation>
    </message>
    <message>
        <source>No differences.</source>
        <translation>차이가 없습니다.</translation>
    </message>
    <message>
        <source>No differences in what could be seen.</source>
        <translation>볼 수 있었던 것에는 차이가 없습니다.</translation>
    </message>
    <message>
        <source>Could not be scanned</source>
        <translation>스캔할 수 없었음</translation>
    </message>
    <message>
        <source>Not scanned yet</source>
        <translation>아직 스캔하지 않음</translation>
    </message>
    <message>
        <source>A scan compares %1 with the image it was born from. It only reads.</source>
        <translation>스캔은 %1 노드를 태어난 이미지와 비교합니다. 읽기만 합니다.</translation>
    </message>
    <message>
        <source>scanned %1</source>
        <translation>%1 스캔</translation>
    </message>
    <message>
        <source>Over time…</source>
        <translation>시간에 따라…</translation>
    </message>
    <message>
        <source>Since when it differs, as scans saw it.</source>
        <translation>스캔이 본 대로, 언제부터 다른지.</translation>
    </message>
    <message>
        <source>then</source>
        <translation>그때</translation>
    </message>
    <message>
        <source>image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>now</source>
        <translation>지금</translation>
    </message>
    <message>
        <source>node</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>%1 has no birth image. The first scan keeps what is there; later ones compare with it. They only read.</source>
        <translation>%1에는 탄생 이미지가 없습니다. 첫 스캔이 지금 상태를 보관하고, 이후 스캔이 그것과 비교합니다. 읽기만 합니다.</translation>
    </message>
    <message>
        <source>%1: old</source>
        <translation>%1: 오래됨</translation>
    </message>
    <message>
        <source>What differs may be otherwise by now. Scan it again.</source>
        <translation>지금은 다를 수 있습니다. 다시 스캔하십시오.</translation>
    </message>
</context>
<context>
    <name>snowmelt::EditActions</name>
    <message>
        <source>&amp;Save the blueprint</source>
        <translation>블루프린트 저장(&amp;S)</translation>
    </message>
    <message>
        <source>Writes the changes into the file.</source>
        <translation>변경 사항을 파일에 씁니다.</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>Takes the last change of the blueprint back.</source>
        <translation>블루프린트의 마지막 변경을 되돌립니다.</translation>
    </message>
    <message>
        <source>R&amp;edo</source>
        <translation>다시 실행(&amp;E)</translation>
    </message>
    <message>
        <source>Makes the change that was undone again.</source>
        <translation>취소한 변경을 다시 적용합니다.</translation>
    </message>
    <message>
        <source>Add a &amp;group…</source>
        <translation>그룹 추가(&amp;G)…</translation>
    </message>
    <message>
        <source>Writes a new group into the blueprint.</source>
        <translation>블루프린트에 새 그룹을 씁니다.</translation>
    </message>
    <message>
        <source>Add a &amp;balancer…</source>
        <translation>밸런서 추가(&amp;B)…</translation>
    </message>
    <message>
        <source>Writes a new balancer into the blueprint.</source>
        <translation>블루프린트에 새 밸런서를 씁니다.</translation>
    </message>
    <message>
        <source>Add a &amp;database…</source>
        <translation>데이터베이스 추가(&amp;D)…</translation>
    </message>
    <message>
        <source>Writes a new database into the blueprint.</source>
        <translation>블루프린트에 새 데이터베이스를 씁니다.</translation>
    </message>
    <message>
        <source>Add a &amp;cache…</source>
        <translation>캐시 추가(&amp;C)…</translation>
    </message>
    <message>
        <source>Writes a new cache into the blueprint.</source>
        <translation>블루프린트에 새 캐시를 씁니다.</translation>
    </message>
    <message>
        <source>Re&amp;size…</source>
        <translation>크기 변경(&amp;S)…</translation>
    </message>
    <message>
        <source>Changes how many nodes the group should have.</source>
        <translation>그룹이 가져야 할 노드 수를 바꿉니다.</translation>
    </message>
    <message>
        <source>Change the &amp;image…</source>
        <translation>이미지 변경(&amp;I)…</translation>
    </message>
    <message>
        <source>Changes what new nodes are born from. A swap moves those that run.</source>
        <translation>새 노드가 태어날 이미지를 바꿉니다. 실행 중인 노드는 교체로 옮깁니다.</translation>
    </message>
    <message>
        <source>C&amp;onnect to…</source>
        <translation>연결(&amp;O)…</translation>
    </message>
    <message>
        <source>Says what it serves, uses, follows or pairs with.</source>
        <translation>무엇을 서비스하고, 사용하고, 복제하고, 누구와 짝을 이루는지 정합니다.</translation>
    </message>
    <message>
        <source>Disco&amp;nnect…</source>
        <translation>연결 해제(&amp;N)…</translation>
    </message>
    <message>
        <source>Ends one of its connections.</source>
        <translation>연결 하나를 끊습니다.</translation>
    </message>
    <message>
        <source>Rena&amp;me…</source>
        <translation>이름 변경(&amp;M)…</translation>
    </message>
    <message>
        <source>Changes its name, and everything that mentions it.</source>
        <translation>이름과, 그 이름을 가리키는 모든 곳을 바꿉니다.</translation>
    </message>
    <message>
        <source>De&amp;lete…</source>
        <translation>삭제(&amp;L)…</translation>
    </message>
    <message>
        <source>Takes it, and every mention of it, out of the blueprint.</source>
        <translation>그 부분과 그것을 가리키는 모든 곳을 블루프린트에서 뺍니다.</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>실행 취소(&amp;U): %1</translation>
    </message>
    <message>
        <source>R&amp;edo: %1</source>
        <translation>다시 실행(&amp;E): %1</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>모두 선택(&amp;A)</translation>
    </message>
    <message>
        <source>Everything that has a place of its own.</source>
        <translation>자기 위치가 있는 모든 것을 선택합니다.</translation>
    </message>
    <message>
        <source>Arrange t&amp;his</source>
        <translation>이것 배치하기(&amp;H)</translation>
    </message>
    <message>
        <source>Forgets where the selected parts were put, and finds places for them.</source>
        <translation>선택한 구성 요소를 놓았던 위치를 잊고 새 위치를 찾습니다.</translation>
    </message>
    <message>
        <source>Arrange &amp;everything</source>
        <translation>모두 배치하기(&amp;E)</translation>
    </message>
    <message>
        <source>Forgets where everything was put, and lays the diagram out afresh.</source>
        <translation>놓았던 위치를 모두 잊고 다이어그램을 새로 배치합니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::EditDialog</name>
    <message>
        <source>&amp;Name</source>
        <translation>이름(&amp;N)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>N&amp;odes</source>
        <translation>노드(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Port</source>
        <translation>포트(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Uses</source>
        <translation>사용(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Listens on port</source>
        <translation>수신 포트(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Serves</source>
        <translation>서비스 대상(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Replica of</source>
        <translation>복제 원본(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Engine</source>
        <translation>엔진(&amp;E)</translation>
    </message>
    <message>
        <source>Add a balancer</source>
        <translation>밸런서 추가</translation>
    </message>
    <message>
        <source>Add a database</source>
        <translation>데이터베이스 추가</translation>
    </message>
    <message>
        <source>Add a cache</source>
        <translation>캐시 추가</translation>
    </message>
    <message>
        <source>Add a group</source>
        <translation>그룹 추가</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>추가(&amp;A)</translation>
    </message>
    <message>
        <source>What changes in the file</source>
        <translation>파일에서 바뀌는 것</translation>
    </message>
    <message>
        <source>&amp;Image</source>
        <translation>이미지(&amp;I)</translation>
    </message>
    <message>
        <source>Resize %1</source>
        <translation>%1 크기 변경</translation>
    </message>
    <message>
        <source>&amp;Resize</source>
        <translation>크기 변경(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Nodes</source>
        <translation>노드(&amp;N)</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 이름 변경</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>이름 변경(&amp;R)</translation>
    </message>
    <message>
        <source>Change the image of %1</source>
        <translation>%1의 이미지 변경</translation>
    </message>
    <message>
        <source>&amp;Change</source>
        <translation>변경(&amp;C)</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>%1 연결</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>연결(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;onnection</source>
        <translation>연결(&amp;O)</translation>
    </message>
    <message>
        <source>Disconnect %1</source>
        <translation>%1 연결 해제</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>연결 해제(&amp;D)</translation>
    </message>
    <message>
        <source>Delete %1 from the blueprint</source>
        <translation>블루프린트에서 %1 삭제</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>삭제(&amp;D)</translation>
    </message>
</context>
<context>
    <name>snowmelt::Editing</name>
    <message>
        <source>%1: in the diagram, not saved yet</source>
        <translation>%1: 다이어그램에 있으며 아직 저장하지 않았습니다</translation>
    </message>
</context>
<context>
    <name>snowmelt::EffectiveModel</name>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>세부</translation>
    </message>
</context>
<context>
    <name>snowmelt::ExportDialog</name>
    <message>
        <source>Export the diagram</source>
        <translation>다이어그램 내보내기</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>내보내기(&amp;E)</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>쓰는 중…</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>취소했습니다. 아무것도 쓰지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::ExportForm</name>
    <message>
        <source>F&amp;ormat</source>
        <translation>형식(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;What</source>
        <translation>대상(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>모양(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Page of a PDF</source>
        <translation>PDF 쪽(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Scale of a PNG</source>
        <translation>PNG 배율(&amp;S)</translation>
    </message>
    <message>
        <source>B&amp;rowse…</source>
        <translation>찾아보기(&amp;R)…</translation>
    </message>
    <message>
        <source>SVG picture</source>
        <translation>SVG 그림</translation>
    </message>
    <message>
        <source>PDF picture</source>
        <translation>PDF 그림</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>PNG 그림</translation>
    </message>
    <message>
        <source>draw.io drawing</source>
        <translation>draw.io 도면</translation>
    </message>
    <message>
        <source>Mermaid flowchart</source>
        <translation>Mermaid 순서도</translation>
    </message>
    <message>
        <source>Graphviz DOT</source>
        <translation>Graphviz DOT</translation>
    </message>
    <message>
        <source>Review report, PDF</source>
        <translation>검토 보고서, PDF</translation>
    </message>
    <message>
        <source>Review report, Markdown</source>
        <translation>검토 보고서, Markdown</translation>
    </message>
    <message>
        <source>All of the fleet</source>
        <translation>플릿 전체</translation>
    </message>
    <message>
        <source>What the window shows</source>
        <translation>창에 보이는 것</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>As large as the picture</source>
        <translation>그림 크기대로</translation>
    </message>
    <message>
        <source>%1, landscape</source>
        <translation>%1, 가로</translation>
    </message>
    <message>
        <source>Export the diagram</source>
        <translation>다이어그램 내보내기</translation>
    </message>
    <message>
        <source>The name must end in .%1.</source>
        <translation>이름이 .%1(으)로 끝나야 합니다.</translation>
    </message>
    <message>
        <source>This is a folder.</source>
        <translation>폴더입니다.</translation>
    </message>
    <message>
        <source>This is a device or a pipe, not a file.</source>
        <translation>파일이 아니라 장치나 파이프입니다.</translation>
    </message>
    <message>
        <source>This is the blueprint itself. Name another file.</source>
        <translation>블루프린트 파일 자체입니다. 다른 파일을 지정하십시오.</translation>
    </message>
</context>
<context>
    <name>snowmelt::ExportPreview</name>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
</context>
<context>
    <name>snowmelt::FailureChips</name>
    <message>
        <source>%1 failed</source>
        <translation>%1건 실패</translation>
    </message>
    <message>
        <source>Shows which nodes failed, since when, and with which check.</source>
        <translation>어느 노드가 언제부터 어떤 검사에서 실패했는지 보여 줍니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::FailurePanel</name>
    <message>
        <source>Closes the list</source>
        <translation>목록을 닫습니다</translation>
    </message>
    <message>
        <source>Shows which nodes failed, since when, and with which check.</source>
        <translation>어느 노드가 언제부터 어떤 검사에서 실패했는지 보여 줍니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n more node(s)</source>
        <translation>
            <numerusform>노드 %n개 더</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::FailureTrail</name>
    <message>
        <source>Show &amp;failures</source>
        <translation>실패 보기(&amp;F)</translation>
    </message>
    <message>
        <source>Which nodes failed, since when, and with which check.</source>
        <translation>어느 노드가 언제부터 어떤 검사에서 실패했는지.</translation>
    </message>
</context>
<context>
    <name>snowmelt::FilterBar</name>
    <message>
        <source>nothing hidden</source>
        <translation>숨긴 것 없음</translation>
    </message>
    <message>
        <source>%L1 hidden</source>
        <translation>%L1개 숨김</translation>
    </message>
    <message>
        <source>%L1 in doubt</source>
        <translation>%L1개 불확실</translation>
    </message>
    <message>
        <source>Find your way</source>
        <translation>길 찾기</translation>
    </message>
    <message>
        <source>Shows the others again (Esc)</source>
        <translation>나머지를 다시 보여 줍니다 (Esc)</translation>
    </message>
    <message>
        <source>Neighbours of %1</source>
        <translation>%1의 이웃</translation>
    </message>
    <message>
        <source>Neighbours of %L1 parts</source>
        <translation>부분 %L1개의 이웃</translation>
    </message>
    <message>
        <source>In doubt: could not be seen, so nobody knows that it is fine. It stays in sight.</source>
        <translation>불확실: 볼 수 없어서 괜찮은지 아무도 모릅니다. 숨기지 않습니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::FindActions</name>
    <message>
        <source>Find ne&amp;xt</source>
        <translation>다음 찾기(&amp;X)</translation>
    </message>
    <message>
        <source>Flies to the next one found.</source>
        <translation>찾은 것 중 다음 것으로 갑니다.</translation>
    </message>
    <message>
        <source>Find &amp;previous</source>
        <translation>이전 찾기(&amp;P)</translation>
    </message>
    <message>
        <source>Flies to the one found before.</source>
        <translation>찾은 것 중 이전 것으로 갑니다.</translation>
    </message>
    <message>
        <source>Fit the &amp;selection</source>
        <translation>선택한 것에 맞춤(&amp;S)</translation>
    </message>
    <message>
        <source>Brings what is selected into the middle, as large as it fits.</source>
        <translation>선택한 것을 들어가는 만큼 크게 가운데에 놓습니다.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>뒤로(&amp;B)</translation>
    </message>
    <message>
        <source>Where you looked before.</source>
        <translation>전에 보던 곳으로 갑니다.</translation>
    </message>
    <message>
        <source>For&amp;ward</source>
        <translation>앞으로(&amp;W)</translation>
    </message>
    <message>
        <source>Where you came back from.</source>
        <translation>되돌아오기 전에 보던 곳으로 갑니다.</translation>
    </message>
    <message>
        <source>O&amp;verview</source>
        <translation>전체 보기(&amp;V)</translation>
    </message>
    <message>
        <source>The whole diagram in a corner, while not all of it is in sight.</source>
        <translation>다이어그램이 다 보이지 않을 때 구석에 전체를 보여 줍니다.</translation>
    </message>
    <message>
        <source>&amp;Unhealthy</source>
        <translation>비정상(&amp;U)</translation>
    </message>
    <message>
        <source>Only what is down or degraded, and what could not be seen.</source>
        <translation>중단되거나 저하된 것과 볼 수 없었던 것만 봅니다.</translation>
    </message>
    <message>
        <source>D&amp;rifted</source>
        <translation>드리프트(&amp;R)</translation>
    </message>
    <message>
        <source>Only what differs from its image, and what could not be seen.</source>
        <translation>이미지와 다른 것과 볼 수 없었던 것만 봅니다.</translation>
    </message>
    <message>
        <source>Could not be s&amp;een</source>
        <translation>볼 수 없었던 것(&amp;E)</translation>
    </message>
    <message>
        <source>Only what could not be asked, or not be scanned in full.</source>
        <translation>물어볼 수 없었거나 전부 스캔하지 못한 것만 봅니다.</translation>
    </message>
    <message>
        <source>I&amp;mage</source>
        <translation>이미지(&amp;M)</translation>
    </message>
    <message>
        <source>Only what runs an image you choose.</source>
        <translation>고른 이미지로 도는 것만 봅니다.</translation>
    </message>
    <message>
        <source>Nei&amp;ghbours of the selection</source>
        <translation>선택한 것의 이웃(&amp;G)</translation>
    </message>
    <message>
        <source>Only what is selected and what it is connected with. Esc leaves it.</source>
        <translation>선택한 것과 그것에 연결된 것만 봅니다. Esc로 나갑니다.</translation>
    </message>
    <message>
        <source>S&amp;how all</source>
        <translation>모두 보기(&amp;H)</translation>
    </message>
    <message>
        <source>Ends every filter.</source>
        <translation>모든 필터를 끕니다.</translation>
    </message>
    <message>
        <source>Co&amp;llapse the group</source>
        <translation>그룹 접기(&amp;L)</translation>
    </message>
    <message>
        <source>Shows the group without its nodes.</source>
        <translation>노드를 빼고 그룹만 보여 줍니다.</translation>
    </message>
    <message>
        <source>&amp;Expand the group</source>
        <translation>그룹 펼치기(&amp;E)</translation>
    </message>
    <message>
        <source>Shows the nodes of the group again.</source>
        <translation>그룹의 노드를 다시 보여 줍니다.</translation>
    </message>
    <message>
        <source>Expand all groups</source>
        <translation>모든 그룹 펼치기</translation>
    </message>
    <message>
        <source>Shows the nodes of every group.</source>
        <translation>모든 그룹의 노드를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Unhealthy %L1</source>
        <translation>비정상 %L1</translation>
    </message>
    <message>
        <source>Drifted %L1</source>
        <translation>드리프트 %L1</translation>
    </message>
    <message>
        <source>Not seen %L1</source>
        <translation>못 봄 %L1</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Image %L1</source>
        <translation>이미지 %L1</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>모두 보기</translation>
    </message>
    <message>
        <source>Only what differs from its accepted look, and what could not be seen.</source>
        <translation>승인한 관찰과 다른 것과 볼 수 없었던 것만 표시합니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::FindBar</name>
    <message>
        <source>Find in the recipe</source>
        <translation>레시피에서 찾기</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>이전(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>다음(&amp;N)</translation>
    </message>
    <message>
        <source>From the other end</source>
        <translation>반대쪽 끝에서 다시 시작</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>snowmelt::FleetTreeView</name>
    <message>
        <source>Fleet</source>
        <translation>플릿</translation>
    </message>
</context>
<context>
    <name>snowmelt::FoundModel</name>
    <message>
        <source>in %1, collapsed</source>
        <translation>접혀 있는 %1 안</translation>
    </message>
</context>
<context>
    <name>snowmelt::Frame</name>
    <message>
        <source>Deployment</source>
        <translation>배포</translation>
    </message>
    <message>
        <source>Fleet</source>
        <translation>플릿</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation>인스펙터</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>활동</translation>
    </message>
    <message>
        <source>Details of the &amp;selection</source>
        <translation>선택 항목 자세히(&amp;S)</translation>
    </message>
</context>
<context>
    <name>snowmelt::GroupDriftModel</name>
    <message>
        <source>What differs</source>
        <translation>다른 것</translation>
    </message>
</context>
<context>
    <name>snowmelt::HappeningList</name>
    <message>
        <source>What happened</source>
        <translation>일어난 일</translation>
    </message>
</context>
<context>
    <name>snowmelt::HistoryModel</name>
    <message>
        <source>Outcome</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>What</source>
        <translation>내용</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>걸린 시간</translation>
    </message>
    <message>
        <source>No end recorded</source>
        <translation>끝난 기록 없음</translation>
    </message>
</context>
<context>
    <name>snowmelt::HistoryWindow</name>
    <message>
        <source>History of %1</source>
        <translation>%1의 이력</translation>
    </message>
    <message>
        <source>Filter by what or who</source>
        <translation>내용이나 사람으로 거르기</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>한 일</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>모든 작업</translation>
    </message>
    <message>
        <source>Deployments</source>
        <translation>배포</translation>
    </message>
    <message>
        <source>How it ended</source>
        <translation>어떻게 끝났는지</translation>
    </message>
    <message>
        <source>Every outcome</source>
        <translation>모든 결과</translation>
    </message>
    <message>
        <source>Reading the journal…</source>
        <translation>저널을 읽는 중…</translation>
    </message>
    <message>
        <source>The history cannot be read</source>
        <translation>이력을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>What went wrong is said below.</source>
        <translation>무엇이 잘못되었는지는 아래에 나옵니다.</translation>
    </message>
    <message>
        <source>Nothing has been done with this fleet yet</source>
        <translation>이 플릿으로 한 일이 아직 없습니다</translation>
    </message>
    <message>
        <source>Everything you start is listed here: who, what, when and how it ended.</source>
        <translation>시작한 모든 일이 여기에 나옵니다. 누가, 무엇을, 언제 했고 어떻게 끝났는지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>해당하는 것이 없습니다</translation>
    </message>
    <message>
        <source>Nothing that was done matches these filters.</source>
        <translation>한 일 가운데 이 조건에 맞는 것이 없습니다.</translation>
    </message>
    <message>
        <source>&amp;Clear the filters</source>
        <translation>조건 지우기</translation>
    </message>
    <message>
        <source>History</source>
        <translation>이력</translation>
    </message>
    <message>
        <source>Show &amp;older</source>
        <translation>이전 것 보기</translation>
    </message>
    <message>
        <source>Re&amp;play</source>
        <translation>다시 보기</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%2개 중 %1개 표시</translation>
    </message>
    <message numerus="yes">
        <source>%n operation(s)</source>
        <translation>
            <numerusform>작업 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Select a deployment: only swaps, rebirths and what resumed them have a report and a replay.</source>
        <translation>배포를 고르십시오. 교체와 재탄생, 그리고 그것을 이어 간 작업에만 보고서와 다시 보기가 있습니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::HostKeyDialog</name>
    <message>
        <source>&amp;Connect</source>
        <translation>연결(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Do not connect</source>
        <translation>연결하지 않음(&amp;D)</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>호스트</translation>
    </message>
    <message>
        <source>Needed for</source>
        <translation>필요한 노드</translation>
    </message>
    <message>
        <source>Type of key</source>
        <translation>키 종류</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>지문</translation>
    </message>
    <message>
        <source>C&amp;opy the fingerprint</source>
        <translation>지문 복사(&amp;O)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>모두 선택(&amp;A)</translation>
    </message>
    <message>
        <source>Hosts and their keys</source>
        <translation>호스트와 키</translation>
    </message>
    <message>
        <source>Is this the right host?</source>
        <translation>이 호스트가 맞습니까?</translation>
    </message>
    <message>
        <source>Are these the right hosts?</source>
        <translation>이 호스트들이 맞습니까?</translation>
    </message>
    <message>
        <source>Nothing says yet whether these are the hosts or someone in between. Tick those whose fingerprint is the one that a source you trust gives.</source>
        <translation>이것이 그 호스트들인지, 중간에 끼어든 누군가인지 아직 알 수 없습니다. 믿을 수 있는 곳에서 얻은 지문과 같은 것만 선택하십시오.</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Connect to %n host(s)</source>
        <translation>
            <numerusform>호스트 %n개에 연결(&amp;C)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 ticked</source>
        <translation>%2개 중 %1개 선택</translation>
    </message>
</context>
<context>
    <name>snowmelt::HostKeyModel</name>
    <message>
        <source>Host</source>
        <translation>호스트</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>지문</translation>
    </message>
</context>
<context>
    <name>snowmelt::ImageComparison</name>
    <message>
        <source>Find a thing or a value</source>
        <translation>대상이나 값 찾기</translation>
    </message>
    <message>
        <source>&amp;Other way round</source>
        <translation>반대로 비교(&amp;O)</translation>
    </message>
    <message>
        <source>What was added is removed then, and what is newer is older.</source>
        <translation>추가된 것은 제거된 것으로, 새 버전은 이전 버전으로 바뀌어 보입니다.</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>복사(&amp;C)</translation>
    </message>
    <message>
        <source>All that is listed, as text.</source>
        <translation>나열된 내용을 모두 글로 복사합니다.</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>다른 점</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Nothing differs</source>
        <translation>다른 점이 없습니다</translation>
    </message>
    <message>
        <source>Nothing differs in what is known</source>
        <translation>알려진 것 가운데에는 다른 점이 없습니다</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%2개 중 %1개 표시</translation>
    </message>
</context>
<context>
    <name>snowmelt::ImageDiffModel</name>
    <message>
        <source>line %1</source>
        <translation>%1행</translation>
    </message>
    <message>
        <source>What</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>변화</translation>
    </message>
    <message>
        <source>Was → is</source>
        <translation>이전 → 이후</translation>
    </message>
</context>
<context>
    <name>snowmelt::ImageMenu</name>
    <message>
        <source>Nothing runs an image yet</source>
        <translation>아직 이미지로 실행 중인 것이 없음</translation>
    </message>
</context>
<context>
    <name>snowmelt::ImagesModel</name>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>빌드 시각</translation>
    </message>
</context>
<context>
    <name>snowmelt::ImagesWindow</name>
    <message>
        <source>Images of %1</source>
        <translation>%1의 이미지</translation>
    </message>
    <message>
        <source>Images, each below the one it is born from</source>
        <translation>이미지(태어난 이미지 아래에 표시)</translation>
    </message>
    <message>
        <source>The blueprint names no image</source>
        <translation>블루프린트에 이미지가 없습니다</translation>
    </message>
    <message>
        <source>An image and its recipe are named under “images” of the blueprint.</source>
        <translation>이미지와 레시피는 블루프린트의 “images” 아래에 적습니다.</translation>
    </message>
    <message>
        <source>&amp;Build…</source>
        <translation>빌드(&amp;B)…</translation>
    </message>
    <message>
        <source>Select two images above: hold Ctrl and click, or Shift and an arrow key.</source>
        <translation>위에서 이미지 두 개를 선택하십시오. Ctrl을 누른 채 클릭하거나 Shift와 화살표 키를 누르십시오.</translation>
    </message>
    <message>
        <source>Two images can be compared at a time</source>
        <translation>한 번에 두 이미지를 비교할 수 있습니다</translation>
    </message>
    <message>
        <source>Compare two images</source>
        <translation>두 이미지 비교</translation>
    </message>
    <message>
        <source>%1 is not built yet</source>
        <translation>%1은(는) 아직 빌드되지 않았습니다</translation>
    </message>
    <message>
        <source>What is in it is known once it was built.</source>
        <translation>무엇이 들어 있는지는 빌드해야 알 수 있습니다.</translation>
    </message>
    <message>
        <source>&amp;Build it…</source>
        <translation>빌드하기(&amp;B)…</translation>
    </message>
    <message>
        <source>Comparing %1 with %2…</source>
        <translation>%1와(과) %2을(를) 비교하는 중…</translation>
    </message>
    <message>
        <source>They could not be compared</source>
        <translation>비교하지 못했습니다</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>다시 시도(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Store…</source>
        <translation>저장소(&amp;S)…</translation>
    </message>
    <message>
        <source>Every build that is kept: which are needed, and whether they are whole.</source>
        <translation>보관 중인 모든 빌드: 어느 것이 필요한지, 온전한지 봅니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::Inspector</name>
    <message>
        <source>running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>not running</source>
        <translation>실행 중 아님</translation>
    </message>
    <message>
        <source>&amp;Build %1…</source>
        <translation>%1 빌드…</translation>
    </message>
    <message>
        <source>S&amp;wap %1…</source>
        <translation>%1 교체…</translation>
    </message>
    <message>
        <source>It is in the blueprint and does not run yet.</source>
        <translation>블루프린트에 있으나 아직 실행되지 않습니다.</translation>
    </message>
    <message>
        <source>Bring &amp;up…</source>
        <translation>띄우기…</translation>
    </message>
    <message numerus="yes">
        <source>Rebirth the %n that differ(s)…</source>
        <translation>
            <numerusform>다른 노드 %n개 다시 태어나게…</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>다시 확인</translation>
    </message>
    <message>
        <source>&amp;Look now</source>
        <translation>지금 확인</translation>
    </message>
    <message>
        <source>S&amp;can %1</source>
        <translation>%1 스캔</translation>
    </message>
    <message>
        <source>S&amp;can all</source>
        <translation>모두 스캔</translation>
    </message>
    <message>
        <source>&amp;Who differs in %1…</source>
        <translation>%1에서 다른 노드…</translation>
    </message>
    <message>
        <source>It is in the blueprint, and nobody has looked at it.</source>
        <translation>블루프린트에 있지만 아직 아무도 살펴보지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::LineageModel</name>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>자체</translation>
    </message>
    <message>
        <source>Packages</source>
        <translation>패키지</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>빌드 시각</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>다이제스트</translation>
    </message>
    <message>
        <source>What it adds to the image it is born from</source>
        <translation>태어난 이미지에 더해진 크기</translation>
    </message>
    <message>
        <source>Serves after</source>
        <translation>서비스 시작까지</translation>
    </message>
    <message>
        <source>From the start of a node until it served, when the image was tried</source>
        <translation>이미지를 시험했을 때 노드가 시작되어 서비스하기까지 걸린 시간</translation>
    </message>
</context>
<context>
    <name>snowmelt::LiveStrip</name>
    <message>
        <source>Not live: looking at the fleet ended. What is shown may be old.</source>
        <translation>실시간이 아닙니다. 플릿 관찰이 끝나서 표시된 내용이 오래되었을 수 있습니다.</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>다시 살펴보기</translation>
    </message>
</context>
<context>
    <name>snowmelt::LogSearch</name>
    <message>
        <source>The hit before (Shift+Return)</source>
        <translation>이전 결과(Shift+Return)</translation>
    </message>
    <message>
        <source>The next hit (Return)</source>
        <translation>다음 결과(Return)</translation>
    </message>
    <message>
        <source>Search the log</source>
        <translation>로그에서 찾기</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>찾지 못했습니다</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2개 중 %1번째</translation>
    </message>
</context>
<context>
    <name>snowmelt::LogView</name>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>No log yet.</source>
        <translation>아직 로그가 없습니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::MainWindow</name>
    <message>
        <source>Open a blueprint</source>
        <translation>블루프린트 열기</translation>
    </message>
    <message>
        <source>Blueprints (*.yaml *.yml)</source>
        <translation>블루프린트 (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Where the new blueprint goes</source>
        <translation>새 블루프린트를 저장할 위치</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2. Nothing was changed.</source>
        <translation>%1을(를) 쓸 수 없습니다: %2. 아무것도 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>%1 was there already: it is opened as it is.</source>
        <translation>%1이(가) 이미 있어 그대로 엽니다.</translation>
    </message>
    <message>
        <source>the recipes of its images cannot be put beside it</source>
        <translation>이미지 레시피를 그 옆에 둘 수 없습니다</translation>
    </message>
</context>
<context>
    <name>snowmelt::MatrixView</name>
    <message>
        <source>What differs</source>
        <translation>다른 것</translation>
    </message>
    <message>
        <source>What each node has</source>
        <translation>각 노드의 값</translation>
    </message>
</context>
<context>
    <name>snowmelt::MomentLoader</name>
    <message>
        <source>The journal has no look at the fleet of that time.</source>
        <translation>저널에 그때 플릿을 본 기록이 없습니다.</translation>
    </message>
    <message>
        <source>Nobody has looked at the fleet yet.</source>
        <translation>아직 아무도 플릿을 살펴보지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::MoreChoices</name>
    <message>
        <source>&amp;Keep green for a look when it fails</source>
        <translation>실패하면 살펴보도록 그린을 남겨 두기(&amp;K)</translation>
    </message>
    <message>
        <source>Blue serves then; green stays without traffic until you remove it.</source>
        <translation>그때는 블루가 서비스하고, 그린은 제거할 때까지 트래픽 없이 남습니다.</translation>
    </message>
    <message>
        <source> s</source>
        <translation>초</translation>
    </message>
    <message>
        <source>&amp;Drain at most</source>
        <translation>비우기 기한(&amp;D)</translation>
    </message>
    <message>
        <source>How long blue’s open sessions may last. After it nothing is cut: a person decides.</source>
        <translation>블루의 열린 세션을 기다리는 시간입니다. 지나도 아무것도 끊지 않으며 사람이 결정합니다.</translation>
    </message>
    <message>
        <source>&amp;Healthy within</source>
        <translation>정상 기한(&amp;H)</translation>
    </message>
    <message>
        <source>How long green may take until it is healthy. After it green is removed; blue serves all the while.</source>
        <translation>그린이 정상이 될 때까지 기다리는 시간입니다. 지나면 그린을 제거하며, 블루는 계속 서비스합니다.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source> × blue’s</source>
        <translation>× 블루</translation>
    </message>
    <message>
        <source>/ready, /version</source>
        <translation>/ready, /version</translation>
    </message>
    <message>
        <source>&amp;Failed requests at most</source>
        <translation>실패 요청 한도(&amp;F)</translation>
    </message>
    <message>
        <source>More of green’s requests failing gives the traffic back to blue by itself.</source>
        <translation>그린의 요청이 이보다 많이 실패하면 트래픽을 자동으로 블루에 돌려줍니다.</translation>
    </message>
    <message>
        <source>&amp;Latency at most</source>
        <translation>지연 시간 한도(&amp;L)</translation>
    </message>
    <message>
        <source>Green’s p95 against blue’s before the switch, by Snowmelt’s own probes.</source>
        <translation>전환 전 블루의 p95와 견준 그린의 p95로, Snowmelt의 자체 확인 요청으로 잽니다.</translation>
    </message>
    <message>
        <source>&amp;Own checks</source>
        <translation>직접 정한 점검(&amp;O)</translation>
    </message>
    <message>
        <source>Paths that each green node must answer with 200 while blue is still there.</source>
        <translation>블루가 남아 있는 동안 모든 그린 노드가 200으로 응답해야 하는 경로입니다.</translation>
    </message>
    <message>
        <source>“%1” is no path. Own checks are paths that begin with a slash, as in /ready.</source>
        <translation>‘%1’ 값은 경로가 아닙니다. 직접 정한 점검은 /ready처럼 슬래시로 시작하는 경로입니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::NotRunningCard</name>
    <message>
        <source>Coming up</source>
        <translation>띄우는 중</translation>
    </message>
    <message>
        <source>The activity list below shows progress and the log.</source>
        <translation>아래 활동 목록에 진행 상황과 로그가 나타납니다.</translation>
    </message>
    <message>
        <source>Bring it up: Snowmelt builds the images that are missing, starts the nodes and waits until they are healthy.</source>
        <translation>플릿을 띄우십시오. Snowmelt가 없는 이미지를 빌드하고, 노드를 시작하고, 정상이 될 때까지 기다립니다.</translation>
    </message>
    <message>
        <source>Bring &amp;up…</source>
        <translation>띄우기…</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>실행 중이 아님</translation>
    </message>
</context>
<context>
    <name>snowmelt::OrphanModel</name>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Why it is listed</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Made by the deployment %1</source>
        <translation>%1 배포가 만듦</translation>
    </message>
    <message>
        <source>node</source>
        <translation>노드</translation>
    </message>
    <message>
        <source>volume</source>
        <translation>볼륨</translation>
    </message>
    <message>
        <source>network</source>
        <translation>네트워크</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>addresses</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>만든 때</translation>
    </message>
</context>
<context>
    <name>snowmelt::OrphansWindow</name>
    <message>
        <source>Orphans of %1</source>
        <translation>%1의 고아 항목</translation>
    </message>
    <message>
        <source>What Snowmelt made for this fleet and nothing refers to any more. Nothing here gets traffic.</source>
        <translation>Snowmelt가 이 플릿을 위해 만들었지만 이제 아무도 가리키지 않는 것입니다. 여기 있는 것은 트래픽을 받지 않습니다.</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>모두 선택</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>살펴보는 중…</translation>
    </message>
    <message>
        <source>Asking the platform what exists.</source>
        <translation>플랫폼에 무엇이 있는지 묻는 중입니다.</translation>
    </message>
    <message>
        <source>No orphans</source>
        <translation>고아 항목 없음</translation>
    </message>
    <message>
        <source>Everything Snowmelt made for this fleet belongs to something.</source>
        <translation>Snowmelt가 이 플릿을 위해 만든 것은 모두 쓰이고 있습니다.</translation>
    </message>
    <message>
        <source>They could not be listed</source>
        <translation>목록을 만들 수 없습니다</translation>
    </message>
    <message>
        <source>What went wrong is said below.</source>
        <translation>무엇이 잘못되었는지는 아래에 나옵니다.</translation>
    </message>
    <message>
        <source>Orphans</source>
        <translation>고아 항목</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>다시 살펴보기</translation>
    </message>
    <message>
        <source>&amp;Remove selected…</source>
        <translation>선택한 것 제거…</translation>
    </message>
    <message numerus="yes">
        <source>Removing %n orphan(s)…</source>
        <translation>
            <numerusform>고아 항목 %n개 제거 중…</numerusform>
        </translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>제거했습니다.</translation>
    </message>
    <message>
        <source>Select what to remove first.</source>
        <translation>먼저 제거할 것을 고르십시오.</translation>
    </message>
</context>
<context>
    <name>snowmelt::PartPage</name>
    <message>
        <source>&amp;Overview</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>D&amp;rift</source>
        <translation>드리프트</translation>
    </message>
    <message>
        <source>I&amp;mage</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>D&amp;rift %1</source>
        <translation>드리프트 %1</translation>
    </message>
    <message>
        <source>Re&amp;birth %1…</source>
        <translation>%1 재탄생…</translation>
    </message>
    <message>
        <source>Replaces the node by a fresh one of the same image. No request is lost.</source>
        <translation>노드를 같은 이미지의 새 노드로 바꿉니다. 잃는 요청은 없습니다.</translation>
    </message>
    <message>
        <source>S&amp;can</source>
        <translation>스캔</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>다시 확인</translation>
    </message>
    <message>
        <source>Looks at this host. It only reads.</source>
        <translation>이 호스트를 살펴봅니다. 읽기만 합니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::PlaceKeeper</name>
    <message>
        <source>The places in %1 cannot be read (%2), and the file cannot be kept aside (%3). The diagram is laid out afresh.</source>
        <translation>%1의 위치를 읽을 수 없고(%2) 파일을 따로 보관할 수도 없습니다(%3). 다이어그램을 새로 배치합니다.</translation>
    </message>
    <message>
        <source>The places in %1 cannot be read (%2). It is kept aside as %3, and the diagram is laid out afresh.</source>
        <translation>%1의 위치를 읽을 수 없습니다(%2). %3 파일로 따로 보관하고 다이어그램을 새로 배치합니다.</translation>
    </message>
    <message>
        <source>Where things stand cannot be kept in %1, and is forgotten when the window closes: %2</source>
        <translation>위치를 %1에 저장할 수 없으며 창을 닫으면 잊힙니다: %2</translation>
    </message>
    <message>
        <source>Somebody wrote what cannot be read into %1 (%2). It is kept aside as %3.</source>
        <translation>누군가 %1에 읽을 수 없는 내용을 썼습니다(%2). %3 파일로 따로 보관합니다.</translation>
    </message>
    <message>
        <source>Somebody else changed %1 meanwhile. Their places and yours are both kept.</source>
        <translation>그사이 다른 사람이 %1 파일을 바꾸었습니다. 그 위치와 여기서 바꾼 위치를 모두 유지합니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::PlanNotice</name>
    <message>
        <source>&amp;Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Making the plan…</source>
        <translation>계획을 세우는 중…</translation>
    </message>
    <message>
        <source>Snowmelt looks at the fleet and asks the balancer. Nothing is changed.</source>
        <translation>Snowmelt가 플릿을 살펴보고 밸런서에 물어봅니다. 아무것도 바뀌지 않습니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::ProblemsPage</name>
    <message>
        <source>Nothing was touched. Correct the places below, save, and read it again.</source>
        <translation>아무것도 건드리지 않았습니다. 아래 위치를 고쳐 저장한 다음 다시 읽으십시오.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>&amp;Read again</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>&amp;Open another…</source>
        <translation>다른 파일 열기…</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n problem(s)</source>
        <translation>
            <numerusform>%1에 문제가 %n개 있습니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::PruningModel</name>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>다이제스트</translation>
    </message>
    <message>
        <source>Built</source>
        <translation>빌드 시각</translation>
    </message>
    <message>
        <source>Own size</source>
        <translation>자체 크기</translation>
    </message>
    <message>
        <source>What becomes of it</source>
        <translation>처리</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>지움</translation>
    </message>
    <message>
        <source>goes</source>
        <translation>지울 것</translation>
    </message>
    <message>
        <source>stays: %1</source>
        <translation>남음: %1</translation>
    </message>
    <message>
        <source>What it adds to the image it is born from</source>
        <translation>부모 이미지에 더하는 크기</translation>
    </message>
</context>
<context>
    <name>snowmelt::Rebirths</name>
    <message>
        <source>Rebirth &amp;all of %1…</source>
        <translation>%1 모두 다시 태어나게(&amp;A)…</translation>
    </message>
    <message>
        <source>Rebirth &amp;several…</source>
        <translation>여럿 다시 태어나게(&amp;S)…</translation>
    </message>
    <message numerus="yes">
        <source>Rebirth these %n n&amp;ode(s)…</source>
        <translation>
            <numerusform>이 노드 %n개 다시 태어나게(&amp;O)…</numerusform>
        </translation>
    </message>
    <message>
        <source>Nodes of one group are reborn together.</source>
        <translation>한 그룹의 노드만 함께 다시 태어나게 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Select a group, or nodes of one, first.</source>
        <translation>먼저 그룹이나 한 그룹의 노드를 고르십시오.</translation>
    </message>
    <message>
        <source>Replaces them by fresh ones of the same image, a few at a time.</source>
        <translation>같은 이미지의 새 노드로 몇 개씩 바꿉니다.</translation>
    </message>
    <message>
        <source>Rebirth those that &amp;differ…</source>
        <translation>다른 노드 다시 태어나게(&amp;D)…</translation>
    </message>
    <message numerus="yes">
        <source>Rebirth the %n that &amp;differ(s)…</source>
        <translation>
            <numerusform>다른 노드 %n개 다시 태어나게(&amp;D)…</numerusform>
        </translation>
    </message>
    <message>
        <source>No node of one group is known to differ.</source>
        <translation>한 그룹에서 다르다고 알려진 노드가 없습니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::RecipePage</name>
    <message>
        <source>Recipe</source>
        <translation>레시피</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>This recipe of a parent cannot be read.</source>
        <translation>부모의 이 레시피를 읽을 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::RecipeWindow</name>
    <message>
        <source>Recipe</source>
        <translation>레시피</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>닫기(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>&amp;Recipe of</source>
        <translation>레시피(&amp;R)</translation>
    </message>
    <message>
        <source>Effective recipe</source>
        <translation>적용되는 레시피</translation>
    </message>
    <message>
        <source>Not in order yet</source>
        <translation>아직 고칠 것이 있습니다</translation>
    </message>
    <message>
        <source>What is in effect shows when the recipe and its parents have no problems.</source>
        <translation>레시피와 그 부모에 문제가 없으면 실제로 적용되는 내용이 나타납니다.</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>원문(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Effective</source>
        <translation>적용 내용(&amp;E)</translation>
    </message>
    <message>
        <source>Recipe of %1 — %2[*]</source>
        <translation>%1의 레시피 — %2[*]</translation>
    </message>
    <message>
        <source>%1 cannot be edited here: it is no plain file of UTF-8 text with Unix line ends, or you may not read it.</source>
        <translation>%1은(는) 여기서 편집할 수 없습니다: 유닉스 줄 끝을 쓰는 UTF-8 일반 텍스트 파일이 아니거나 읽을 권한이 없습니다.</translation>
    </message>
    <message>
        <source>The folder %1 is not there.</source>
        <translation>폴더 %1이(가) 없습니다.</translation>
    </message>
    <message>
        <source>%1 is read-only: what you change here cannot be saved.</source>
        <translation>%1은(는) 읽기 전용이므로 여기서 바꾼 내용을 저장할 수 없습니다.</translation>
    </message>
    <message>
        <source>In order.</source>
        <translation>문제가 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s).</source>
        <translation>
            <numerusform>문제가 %n개 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 could not be written, and is as it was: %2</source>
        <translation>%1을(를) 저장하지 못했으며 파일은 그대로입니다: %2</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>%1에 저장했습니다</translation>
    </message>
    <message>
        <source>Show the &amp;problems</source>
        <translation>문제 보기(&amp;P)</translation>
    </message>
    <message>
        <source>There is nothing to save: nothing was changed.</source>
        <translation>저장할 것이 없습니다. 바꾼 내용이 없습니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::Recovery</name>
    <message>
        <source>Somebody brought this deployment of %1 to its end in the meantime.</source>
        <translation>그사이에 다른 사람이 %1 배포를 끝냈습니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::RecoveryCard</name>
    <message>
        <source>De&amp;tails</source>
        <translation>자세히</translation>
    </message>
    <message>
        <source>Hide de&amp;tails</source>
        <translation>자세한 내용 숨기기</translation>
    </message>
</context>
<context>
    <name>snowmelt::RehearsalDialog</name>
    <message>
        <source>&amp;Start</source>
        <translation>시작(&amp;S)</translation>
    </message>
    <message>
        <source>Swap %1</source>
        <translation>%1 교체</translation>
    </message>
    <message>
        <source>Rebirth of %1</source>
        <translation>%1 재탄생</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>점검</translation>
    </message>
    <message>
        <source>There is no plan: asking for it was cancelled.</source>
        <translation>계획이 없습니다. 계획 요청이 취소되었습니다.</translation>
    </message>
    <message>
        <source>Looking once more before the start…</source>
        <translation>시작하기 전에 한 번 더 확인하는 중…</translation>
    </message>
    <message>
        <source>Making the plan…</source>
        <translation>계획을 세우는 중…</translation>
    </message>
    <message>
        <source>It cannot start while a check blocks.</source>
        <translation>불가인 점검이 있으면 시작할 수 없습니다.</translation>
    </message>
    <message>
        <source>The plan has changed meanwhile. Look at it once more, then start.</source>
        <translation>그사이 계획이 바뀌었습니다. 다시 살펴본 다음 시작하십시오.</translation>
    </message>
    <message numerus="yes">
        <source>Rebirth of %n node(s) of %1</source>
        <translation>
            <numerusform>%1의 노드 %n개 다시 태어나게</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>snowmelt::RehearsalStage</name>
    <message>
        <source>Rehearsal</source>
        <translation>예행연습</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>처리 능력</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Play the steps</source>
        <translation>단계 재생</translation>
    </message>
    <message>
        <source>All that changes</source>
        <translation>바뀌는 것 모두</translation>
    </message>
    <message>
        <source>The fleet before the plan and after it, as one diagram</source>
        <translation>계획 전과 후의 플릿을 한 다이어그램으로 봅니다</translation>
    </message>
</context>
<context>
    <name>snowmelt::ReplayStrip</name>
    <message>
        <source>REPLAY</source>
        <translation>다시 보기</translation>
    </message>
    <message>
        <source>Recorded; nothing here is live</source>
        <translation>기록된 것이며 실시간이 아닙니다</translation>
    </message>
</context>
<context>
    <name>snowmelt::ReplayWindow</name>
    <message>
        <source>Replay</source>
        <translation>다시 보기</translation>
    </message>
    <message>
        <source>Reading the journal…</source>
        <translation>저널을 읽는 중…</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>재생</translation>
    </message>
    <message>
        <source>Place in the recording</source>
        <translation>기록에서의 위치</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>To the event before (Ctrl+Left)</source>
        <translation>이전 이벤트로 (Ctrl+Left)</translation>
    </message>
    <message>
        <source>Plays and pauses (P)</source>
        <translation>재생하고 일시 정지합니다 (P)</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>To the next event (Ctrl+Right)</source>
        <translation>다음 이벤트로 (Ctrl+Right)</translation>
    </message>
    <message>
        <source>How fast it plays</source>
        <translation>재생 속도</translation>
    </message>
    <message>
        <source>It cannot be replayed</source>
        <translation>다시 볼 수 없습니다</translation>
    </message>
    <message>
        <source>A deployment</source>
        <translation>배포</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Replay: %1</source>
        <translation>다시 보기: %1</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <translation>%1 · %3 중 %2</translation>
    </message>
</context>
<context>
    <name>snowmelt::ReportStep</name>
    <message>
        <source>Show the commands</source>
        <translation>명령 보기</translation>
    </message>
    <message>
        <source>Hide the commands</source>
        <translation>명령 숨기기</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
</context>
<context>
    <name>snowmelt::ReportWindow</name>
    <message>
        <source>Report</source>
        <translation>보고서</translation>
    </message>
    <message>
        <source>Reading the journal…</source>
        <translation>저널을 읽는 중…</translation>
    </message>
    <message>
        <source>Re&amp;play</source>
        <translation>다시 보기</translation>
    </message>
    <message>
        <source>Copy as &amp;text</source>
        <translation>텍스트로 복사</translation>
    </message>
    <message>
        <source>Copy as &amp;Markdown</source>
        <translation>Markdown으로 복사</translation>
    </message>
    <message>
        <source>&amp;Save as JSON…</source>
        <translation>JSON으로 저장…</translation>
    </message>
    <message>
        <source>Report: %1</source>
        <translation>보고서: %1</translation>
    </message>
    <message>
        <source>There is no report</source>
        <translation>보고서가 없습니다</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>복사했습니다.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>보고서 저장</translation>
    </message>
    <message>
        <source>JSON document (*.json)</source>
        <translation>JSON 문서 (*.json)</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>%1에 저장했습니다</translation>
    </message>
</context>
<context>
    <name>snowmelt::RunningLine</name>
    <message>
        <source>&amp;Cancel</source>
        <translation>취소(&amp;C)</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>취소하는 중…</translation>
    </message>
</context>
<context>
    <name>snowmelt::Saving</name>
    <message>
        <source>%1 could not be written, and is as it was: %2</source>
        <translation>%1을(를) 쓰지 못했고, 파일은 그대로입니다: %2</translation>
    </message>
    <message>
        <source>Saved to %1</source>
        <translation>%1에 저장했습니다</translation>
    </message>
</context>
<context>
    <name>snowmelt::ScanChoice</name>
    <message>
        <source>N&amp;otify about drift</source>
        <translation>드리프트 알림(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Never</source>
        <translation>안 함(&amp;N)</translation>
    </message>
    <message>
        <source>Tells you when a node begins to differ, or cannot be scanned any more, and the window is not in front.</source>
        <translation>창이 앞에 있지 않을 때, 노드가 달라지기 시작하거나 더 스캔할 수 없게 되면 알립니다.</translation>
    </message>
    <message>
        <source>Scan by &amp;itself</source>
        <translation>스스로 스캔(&amp;I)</translation>
    </message>
</context>
<context>
    <name>snowmelt::SearchField</name>
    <message>
        <source>Find a node</source>
        <translation>노드 찾기</translation>
    </message>
    <message>
        <source>Find a node, package…</source>
        <translation>노드, 패키지 찾기…</translation>
    </message>
</context>
<context>
    <name>snowmelt::SearchPanel</name>
    <message>
        <source>Nothing is called “%1”, and nothing known of a part contains it.</source>
        <translation>이름이 “%1”인 것이 없고, 그 말이 들어 있는 것으로 알려진 부분도 없습니다.</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L2개 중 %L1번째</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>찾은 것</translation>
    </message>
</context>
<context>
    <name>snowmelt::SecretDialog</name>
    <message>
        <source>&amp;Continue</source>
        <translation>계속(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Show what is typed</source>
        <translation>입력한 내용 보기(&amp;S)</translation>
    </message>
    <message>
        <source>It is remembered until the program ends, and written nowhere: no keyring answers here.</source>
        <translation>여기에는 응답하는 키링이 없으므로 프로그램이 끝날 때까지만 기억하고 어디에도 기록하지 않습니다.</translation>
    </message>
    <message>
        <source>&amp;Keep it in the keyring once it has worked</source>
        <translation>맞으면 키링에 보관(&amp;K)</translation>
    </message>
</context>
<context>
    <name>snowmelt::StartPage</name>
    <message>
        <source>See a fleet, find the snowflake, build an image, swap the traffic.</source>
        <translation>플릿을 보고, 눈송이 서버를 찾고, 이미지를 빌드하고, 트래픽을 교체합니다.</translation>
    </message>
    <message>
        <source>Try the &amp;lab</source>
        <translation>실습 환경 사용</translation>
    </message>
    <message>
        <source>&amp;Open a blueprint…</source>
        <translation>블루프린트 열기…</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>최근 항목</translation>
    </message>
    <message>
        <source>The lab is a fleet that comes with Snowmelt, “shop”, in containers on this machine. Nothing starts before you say so.</source>
        <translation>실습 환경은 Snowmelt에 포함된 플릿 ‘shop’으로, 이 머신의 컨테이너에서 실행됩니다. 지시하기 전에는 아무것도 시작하지 않습니다.</translation>
    </message>
    <message>
        <source>&amp;New…</source>
        <translation>새로 만들기…</translation>
    </message>
    <message>
        <source>Begins a fleet of your own: the lab’s images, and no parts yet. The Edit menu adds them.</source>
        <translation>내 플릿을 시작합니다. 실습 환경의 이미지만 있고 구성 요소는 아직 없으며, 편집 메뉴에서 추가합니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::StepCard</name>
    <message>
        <source>Exact commands</source>
        <translation>정확한 명령</translation>
    </message>
    <message>
        <source>Exact commands of step %1</source>
        <translation>%1단계의 정확한 명령</translation>
    </message>
    <message>
        <source>How long it took the last times</source>
        <translation>최근에 걸린 시간</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>To undo it</source>
        <translation>되돌리는 명령</translation>
    </message>
</context>
<context>
    <name>snowmelt::StoreCheckPanel</name>
    <message>
        <source>What verifying found</source>
        <translation>검증 결과</translation>
    </message>
</context>
<context>
    <name>snowmelt::StoreDamageModel</name>
    <message>
        <source>What</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Needed by</source>
        <translation>필요한 이미지</translation>
    </message>
</context>
<context>
    <name>snowmelt::StoreWindow</name>
    <message>
        <source>Image store</source>
        <translation>이미지 저장소</translation>
    </message>
    <message>
        <source>Every build of an image that is kept, and what pruning would make of it. The store is the same for all fleets.</source>
        <translation>보관 중인 모든 이미지 빌드와, 정리하면 어떻게 되는지 보여 줍니다. 저장소는 모든 플릿이 함께 씁니다.</translation>
    </message>
    <message>
        <source>&amp;Keep the last builds of each version:</source>
        <translation>버전마다 남길 최근 빌드 수(&amp;K):</translation>
    </message>
    <message>
        <source>Keep the last builds of each version</source>
        <translation>버전마다 남길 최근 빌드 수</translation>
    </message>
    <message>
        <source>So many builds of each version stay in any case, whether anybody needs them or not.</source>
        <translation>필요한 곳이 있든 없든 버전마다 이만큼의 빌드는 남깁니다.</translation>
    </message>
    <message>
        <source>Builds, and what becomes of them</source>
        <translation>빌드와 그 처리</translation>
    </message>
    <message>
        <source>&amp;Look again</source>
        <translation>다시 살펴보기(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>검증(&amp;V)</translation>
    </message>
    <message>
        <source>Reads all of the store and names what is damaged. It only reads.</source>
        <translation>저장소를 모두 읽고 손상된 것을 알려 줍니다. 읽기만 하며 바꾸지 않습니다.</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translation>지우기(&amp;R)…</translation>
    </message>
    <message>
        <source>Looking who needs which build…</source>
        <translation>어느 빌드가 필요한지 살펴보는 중…</translation>
    </message>
    <message>
        <source>Reading all of the store…</source>
        <translation>저장소를 모두 읽는 중…</translation>
    </message>
    <message>
        <source>Removing what nothing needs…</source>
        <translation>필요 없는 것을 지우는 중…</translation>
    </message>
    <message>
        <source>The store could not be looked at</source>
        <translation>저장소를 살펴볼 수 없었습니다</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>다시 시도(&amp;T)</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Nobody knows yet which builds are needed.</source>
        <translation>어느 빌드가 필요한지 아직 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The removal was cancelled.</source>
        <translation>지우기를 취소했습니다.</translation>
    </message>
    <message>
        <source>Verifying was cancelled: nothing is known of the store.</source>
        <translation>검증을 취소했습니다. 저장소의 상태는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>살펴보는 중…</translation>
    </message>
    <message>
        <source>Asking every fleet of this store which builds it needs.</source>
        <translation>이 저장소를 쓰는 모든 플릿에 어느 빌드가 필요한지 묻고 있습니다.</translation>
    </message>
    <message>
        <source>No image is built yet</source>
        <translation>아직 빌드한 이미지가 없습니다</translation>
    </message>
    <message>
        <source>What is built is listed here.</source>
        <translation>빌드한 것이 여기에 나옵니다.</translation>
    </message>
    <message>
        <source>&amp;Build an image…</source>
        <translation>이미지 빌드(&amp;B)…</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Remove %n build(s)…</source>
        <translation>
            <numerusform>빌드 %n개 지우기(&amp;R)…</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing would go.</source>
        <translation>지워질 것이 없습니다.</translation>
    </message>
    <message>
        <source>Wait until what is under way has ended, or cancel it.</source>
        <translation>진행 중인 작업이 끝날 때까지 기다리거나 취소하십시오.</translation>
    </message>
    <message>
        <source>What would go is not known: look at the store first.</source>
        <translation>무엇이 지워질지 알 수 없습니다. 먼저 저장소를 살펴보십시오.</translation>
    </message>
</context>
<context>
    <name>snowmelt::TimelineCanvas</name>
    <message>
        <source>Timeline</source>
        <translation>타임라인</translation>
    </message>
</context>
<context>
    <name>snowmelt::TimelineView</name>
    <message>
        <source>No deployment yet. While one runs, its steps and what people told it show here in time.</source>
        <translation>아직 배포가 없습니다. 배포가 진행되면 단계와 사람이 지시한 것이 시간 순서로 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Point at a bar or a mark, or use the arrow keys, to read what it was.</source>
        <translation>막대나 표시를 가리키거나 화살표 키를 누르면 무엇이었는지 볼 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::ToolBar</name>
    <message>
        <source>Tool bar</source>
        <translation>도구 모음</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>표시</translation>
    </message>
</context>
<context>
    <name>snowmelt::UnsavedQuestion</name>
    <message>
        <source>The blueprint has changes that are not saved</source>
        <translation>블루프린트에 저장하지 않은 변경이 있습니다</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>They are shown in the diagram, and %1 does not have them yet.</source>
        <translation>다이어그램에는 보이지만 %1에는 아직 없습니다.</translation>
    </message>
    <message>
        <source>&amp;Discard them</source>
        <translation>버리기(&amp;D)</translation>
    </message>
</context>
<context>
    <name>snowmelt::UnsavedRecipeQuestion</name>
    <message>
        <source>The recipe has changes that are not saved</source>
        <translation>레시피에 저장하지 않은 변경이 있습니다</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>%1 does not have them yet. Images are built from what is saved.</source>
        <translation>%1에는 아직 없습니다. 이미지는 저장된 내용으로 빌드됩니다.</translation>
    </message>
    <message>
        <source>&amp;Discard them</source>
        <translation>버리기(&amp;D)</translation>
    </message>
</context>
<context>
    <name>snowmelt::UsageBars</name>
    <message>
        <source>bar: processor · notched bar: memory</source>
        <translation>막대: 프로세서 · 눈금 막대: 메모리</translation>
    </message>
</context>
<context>
    <name>snowmelt::UsageWatch</name>
    <message>
        <source>Show &amp;utilisation</source>
        <translation>사용량 보기(&amp;U)</translation>
    </message>
    <message>
        <source>Processor and memory of each node as bars, asked for every few seconds while they show.</source>
        <translation>각 노드의 프로세서와 메모리를 막대로 보여 줍니다. 보이는 동안 몇 초마다 묻습니다.</translation>
    </message>
</context>
<context>
    <name>snowmelt::WayBackCard</name>
    <message>
        <source>Two environments</source>
        <translation>두 환경의 비용</translation>
    </message>
    <message>
        <source>What is safe</source>
        <translation>안전 상태</translation>
    </message>
    <message>
        <source>Way back</source>
        <translation>되돌리기</translation>
    </message>
    <message>
        <source>Blue, as it was at the start: %1</source>
        <translation>시작할 때의 블루: %1</translation>
    </message>
    <message>
        <source>Swap &amp;back to %1…</source>
        <translation>%1 이미지로 다시 교체…</translation>
    </message>
    <message>
        <source>%1 an hour while both stand</source>
        <translation>양쪽이 모두 있는 동안 시간당 %1</translation>
    </message>
    <message>
        <source>%1 so far, %2 an hour</source>
        <translation>지금까지 %1, 시간당 %2</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>모두 %1</translation>
    </message>
    <message>
        <source>&amp;Try again…</source>
        <translation>다시 시도…</translation>
    </message>
    <message>
        <source>Look at %1</source>
        <translation>%1 살펴보기</translation>
    </message>
</context>
</TS>
