// Generated from api/openapi.yaml by `npm run types`. Do not edit.

export interface paths {
    "/sessions/guest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin as a guest
         * @description No registration: a random id in a signed token. The name of a customer is never needed.
         */
        post: operations["beginGuestSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a password
         * @description Every failure gets the same answer, whether the name exists or not, and each one makes the next attempt wait longer.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a refresh token for a new session
         * @description A refresh token works once. Using one again ends the session: somebody has a copy.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a one-time code
         * @description How the first operator and newly registered people get in. The code works once, within 24 hours.
         */
        post: operations["enterByLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/jwks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The public keys of access tokens */
        get: operations["listSigningKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who am I */
        get: operations["whoAmI"];
        put?: never;
        post?: never;
        /**
         * Sign out
         * @description Ends the session; a guest just forgets its tokens. An access token that was issued before goes on until it expires.
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All accounts */
        get: operations["listAccounts"];
        put?: never;
        /** Register staff, a rider or an operator */
        post: operations["registerAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/cafes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say which branches somebody works for */
        post: operations["assignCafes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable an account
         * @description Its sessions end; an access token that was issued before goes on for at most 15 minutes.
         */
        post: operations["disableAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/{id}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A new one-time sign-in code */
        post: operations["issueSignInLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/accounts/current/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change one's own password
         * @description All other sessions end.
         */
        post: operations["changeOwnPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cafes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All branches
         * @description With lat and lng the nearest first, with their distance.
         */
        get: operations["listCafes"];
        put?: never;
        /**
         * Register a branch
         * @description A new branch is closed until it opens.
         */
        post: operations["registerCafe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cafes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One branch */
        get: operations["getCafe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cafes/{id}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changes about a branch
         * @description The name of a frame says what has changed; read that again. Without Last-Event-ID it begins with whatever comes next. What ends by itself – a pause, a sold-out with a time – is no frame: see pausedUntil and soldOutUntil.
         */
        get: operations["streamCafe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cafes/{id}/menu": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its menu
         * @description With what is sold out, items and options.
         */
        get: operations["getMenu"];
        /**
         * Publish the menu
         * @description What is sold out stays sold out if it is still on it. All prices are in the currency of the delivery fee.
         */
        put: operations["publishMenu"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cafes/{id}/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a picture for the menu
         * @description The body is the picture itself: PNG, JPEG or WebP, at most 400 kB. The answer's `image` goes into a menu item. The same picture always gets the same address, so it may be sent again.
         */
        post: operations["uploadPicture"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cafes/{id}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change name, address, terms */
        put: operations["changeCafeProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cafes/{id}/hours": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the opening hours */
        put: operations["changeHours"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cafes/{id}/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open */
        post: operations["openCafe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cafes/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close */
        post: operations["closeCafe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cafes/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take no orders for a while
         * @description It ends by itself: nobody has to remember it.
         */
        post: operations["pauseCafe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cafes/{id}/soldOut": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that something is sold out, or back */
        post: operations["setSoldOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/pictures/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A picture of a menu item */
        get: operations["getPicture"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cafeOrders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A branch's tickets
         * @description The oldest first, as the bar works; DONE the newest first. Without state: NEW, MAKING and READY, at most `limit` of each, and with `done` that many of the last done ones after them: the whole board in one answer.
         */
        get: operations["listCafeOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cafeOrders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One ticket */
        get: operations["getCafeOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cafeOrders/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happens to a branch's tickets
         * @description Without Last-Event-ID it begins with whatever comes next: list the tickets first, then open the stream, then list again.
         */
        get: operations["streamCafeOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cafeOrders/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept the order (OrderApprove)
         * @description The customer is told, with the promise if there is one.
         */
        post: operations["approveCafeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cafeOrders/{id}/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject the order (OrderReject)
         * @description The payment is refunded, the customer is told why.
         */
        post: operations["rejectCafeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cafeOrders/{id}/makeStart": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to make it (MakeStart)
         * @description From here on the customer cannot cancel. A cancel that comes at the same instant either wins, and this gets 409, or is refused.
         */
        post: operations["startMaking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cafeOrders/{id}/makeComplete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * It is made (MakeComplete)
         * @description A pick-up is kept for an hour; a delivery waits for its rider.
         */
        post: operations["completeMaking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cafeOrders/{id}/handOver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hand it to the customer
         * @description For a pick-up only: a rider who takes a delivery says so himself.
         */
        post: operations["handOver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cafeOrders/{id}/abort": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up a drink that was begun or made
         * @description The payment is refunded, the customer is told why.
         */
        post: operations["abortMaking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My orders
         * @description The newest first.
         */
        get: operations["listOrders"];
        put?: never;
        /**
         * Order and pay (Order)
         * @description Unpaid means not ordered: no café sees the order before the payment is approved. 202: the provider has not answered yet; it is asked until it is known, and MyPage tells.
         */
        post: operations["placeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What would it cost
         * @description Nothing is ordered, and nobody need be signed in.
         */
        post: operations["quoteBasket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One order */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel (OrderCancel)
         * @description The café decides, because it is the one that starts making. It is asked at once and usually answers within milliseconds; if it cannot be reached the answer is 202, and MyPage tells.
         */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/forceCancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel without asking the café
         * @description For the operator, when the café cannot be reached. A ticket that arrives later is void.
         */
        post: operations["forceCancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Payments that need attention */
        get: operations["listPaymentsInTrouble"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ledger summed up */
        get: operations["sumLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay for an order (StartPayment)
         * @description What the order context asks where payment runs in another process. Idempotent by order id. A 503 means that nothing was begun.
         */
        post: operations["startPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An order's payment */
        get: operations["getPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refund (CancelPayment)
         * @description Once and in full, whatever happens in between. A payment whose outcome is unknown is refunded as soon as it turns out to be captured.
         */
        post: operations["refundPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My deliveries; for the operator, all that are under way
         * @description A rider's own, the newest first. For the operator those of everybody, the oldest first: without state OFFERED, which nobody has, CLAIMED and PICKED_UP.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Deliveries near me that nobody has
         * @description The nearest first. An offer shows about where it goes, not the door. Without lat and lng the place of the shift counts.
         */
        get: operations["listOffers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/shift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** My shift */
        get: operations["getShift"];
        put?: never;
        /**
         * Go online or offline, say where I am
         * @description A place is kept only while online, and never in a log.
         */
        post: operations["changeShift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/earnings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I earned on a day
         * @description By the time of delivery; a day is one of Korea's (UTC+9). Without day, today.
         */
        get: operations["getEarnings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/riders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is on shift
         * @description Riders who are online, or have a delivery in hand.
         */
        get: operations["listRiders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Offers near me and steps of mine
         * @description Offers near the place of the shift, or near lat and lng; when one is gone; and every step of the rider's own deliveries.
         */
        get: operations["streamDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One delivery
         * @description Who asks decides what is shown: the door only to the customer, the operator, and the rider while it is in hand. The PIN never.
         */
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take it on (Claim)
         * @description One rider wins, who must be online. It must be picked up in time, or it is offered again.
         */
        post: operations["claimDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give it back (Release)
         * @description It is offered to others again.
         */
        post: operations["releaseDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Picked up (DeliveryStart)
         * @description With the call number, so that nobody takes the wrong bag.
         */
        post: operations["startDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delivered (DeliveryConfirm)
         * @description With the PIN that the customer tells at the door. After five wrong ones only the operator can confirm, who needs none.
         */
        post: operations["confirmDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/myPages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My orders, wherever they stand
         * @description The newest first.
         */
        get: operations["listMyPages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/myPages/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All my pages, live
         * @description Without Last-Event-ID it begins with whatever comes next.
         */
        get: operations["streamMyPages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/myPages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where an order stands
         * @description Its customer also sees the PIN of a delivery.
         */
        get: operations["getMyPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/myPages/{id}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One page, live
         * @description It begins with the page as it is, unless Last-Event-ID says otherwise. May be opened before the order is known here.
         */
        get: operations["streamMyPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/myPages/queues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How long are these queues
         * @description In the order in which they were asked for. A branch that nobody has ordered from has no queue.
         */
        get: operations["listQueueLengths"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/myPages/queues/{cafeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long is the queue */
        get: operations["getQueueLength"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/myPages/sales/{cafeId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a branch sold on a day
         * @description The paid orders of one day of the branch's own time, as far as MyPage knows by now. Sold is what was neither canceled nor refunded. Without day, today.
         */
        get: operations["getSales"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/myPages/attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What needs a hand
         * @description Orders that something is wrong with, the longest first; each once, with what is most urgent about it. Looked for among the 1,000 oldest open orders.
         */
        get: operations["listAttention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/myPages/pulse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders and waits, minute by minute
         * @description The last minutes, the oldest first, this one (which is not over) the last. Of all branches, or of one. Counted in memory, and again from the events of the last hours after a start: until that is done the figures grow.
         */
        get: operations["getPulse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/myPages/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every step of every order, live
         * @description Without Last-Event-ID it begins with whatever comes next.
         */
        get: operations["streamAllPages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My inbox
         * @description The newest first.
         */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My inbox, live
         * @description Without Last-Event-ID it begins with whatever comes next.
         */
        get: operations["streamNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Linked channels */
        get: operations["listChannels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/channels/telegram": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link Telegram
         * @description Open the url on the phone and press Start: the code links the chat, once, within the hour.
         */
        post: operations["linkTelegram"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/channels/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Link a webhook
         * @description Every message is sent there too, signed as Standard Webhooks wants it, and repeated until it is taken.
         */
        post: operations["linkWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/channels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Unlink a channel */
        delete: operations["unlinkChannel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/telegram/{secret}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What Telegram calls
         * @description Set as the webhook of the bot. The secret in the address is configured; with a wrong one there is nothing here.
         */
        post: operations["receiveTelegramUpdate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/livez": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is the process alive
         * @description Looks at nothing else.
         */
        get: operations["isAlive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Does it take requests
         * @description 503 while starting and draining.
         */
        get: operations["isReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Figures for Prometheus */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This API, to read */
        get: operations["getApiPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/openapi.yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** This document */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/asyncapi.yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The events */
        get: operations["getAsyncApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/transactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The provider's truth
         * @description What the ledger must agree with.
         */
        get: operations["listSandboxTransactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/refunds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let the next refunds fail
         * @description Replaces an earlier wish.
         */
        post: operations["troubleRefunds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/charges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Charge
         * @description What payment asks where the sandbox runs in another process. Idempotent by order id. What the provider does not answer stays unanswered.
         */
        post: operations["chargeSandbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/charges/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What has become of an order's charge */
        get: operations["findSandboxCharge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/charges/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refund
         * @description Idempotent by refund id.
         */
        post: operations["refundSandboxCharge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contexts/{context}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a context has recorded
         * @description With order: all that its aggregate of that order has gone through. Else what came after `after`, or the last `limit` events. Ascending. Addresses, phone numbers, PINs and secrets are masked.
         */
        get: operations["listContextEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contexts/{context}/deadLetters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events that a context could not handle
         * @description The first event that failed and all later ones of the same subject, in the order in which they came.
         */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contexts/{context}/deadLetters/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Handle a subject again
         * @description All dead letters of the subject, in order. If one fails again nothing is changed.
         */
        post: operations["retryDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contexts/{context}/deadLetters/drop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up on a subject
         * @description Its dead letters are never handled; its later events are.
         */
        post: operations["dropDeadLetters"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contexts/{context}/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How far a rebuild is
         * @description Of this process; "none" if it has made none since its start.
         */
        get: operations["showRebuild"];
        put?: never;
        /**
         * Make a read model anew
         * @description From all events, beside the one that serves. Meanwhile the old one answers; what differs is put right at the end, or only counted. Only mypage is a read model.
         */
        post: operations["rebuildReadModel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        UploadedPicture: {
            /**
             * @description As a menu item names it
             * @example /pictures/1f2e3d4c5b6a7988.webp
             */
            image: string;
        };
        /**
         * @description Opaque and unguessable; a café's may be chosen by the operator
         * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
         */
        Id: string;
        /**
         * Format: date-time
         * @description RFC 3339, UTC, with milliseconds
         * @example 2026-11-23T01:02:03.004Z
         */
        Timestamp: string;
        /**
         * @description An integer amount in the currency's minor unit (won, cents); never a fraction
         * @example {
         *       "amount": 4300,
         *       "currency": "KRW"
         *     }
         */
        Money: {
            amount: number;
            /** @description ISO 4217 */
            currency: string;
        };
        /**
         * @description The same words in both languages
         * @example {
         *       "ko": "아메리카노",
         *       "en": "Americano"
         *     }
         */
        Text: {
            ko: string;
            en: string;
        };
        /** @enum {string} */
        Language: "ko" | "en";
        /**
         * @description WGS 84, degrees
         * @example {
         *       "latitude": 37.56642,
         *       "longitude": 126.99087
         *     }
         */
        Place: {
            latitude: number;
            longitude: number;
        };
        /** @description RFC 9457. `type` is stable and says which problem it is; `title` and `detail` are for people, in the language of Accept-Language. `state` and `allowed` are there when the refusal depends on the state of the thing */
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description What is wrong and what the caller can do */
            detail: string;
            state?: string;
            /** @description Commands that the state does allow */
            allowed?: string[];
        };
        /** @enum {string} */
        Role: "customer" | "staff" | "rider" | "operator";
        /** @enum {string} */
        StaffRole: "staff" | "rider" | "operator";
        /** @description A session as its owner sees it */
        Session: {
            accountId: components["schemas"]["Id"];
            role: components["schemas"]["Role"];
            /** @description For staff: the branches they work for */
            cafes: components["schemas"]["Id"][];
            /** @description Send it as `Authorization: Bearer …`; a JWT signed with ES256 */
            accessToken: string;
            /** @description Of the access token */
            expiresAt: components["schemas"]["Timestamp"];
            /** @description Good for one refresh */
            refreshToken: string;
            refreshExpiresAt: components["schemas"]["Timestamp"];
            language?: components["schemas"]["Language"];
        };
        /** @description Who is asking. The names are those of a registered account */
        WhoAmI: {
            accountId: components["schemas"]["Id"];
            role: components["schemas"]["Role"];
            cafes: components["schemas"]["Id"][];
            guest: boolean;
            loginName?: string;
            displayName?: string;
        };
        /** @description An account as the API shows it to operators */
        Account: {
            accountId: components["schemas"]["Id"];
            loginName: string;
            displayName: string;
            role: components["schemas"]["StaffRole"];
            cafes: components["schemas"]["Id"][];
            /** @enum {string} */
            status: "invited" | "active" | "disabled";
            registeredAt: components["schemas"]["Timestamp"];
        };
        /** @description In the order of registration */
        AccountList: {
            items: components["schemas"]["Account"][];
            /** @description Pass it as `after` for the next page; absent on the last one */
            next?: number;
        };
        /** @description The answer to a registration. The code is there if no password was given */
        RegisteredAccount: {
            account: components["schemas"]["Account"];
            oneTimeCode?: string;
            codeExpiresAt?: components["schemas"]["Timestamp"];
        };
        /** @description A one-time sign-in code; an earlier one is void */
        OneTimeCode: {
            accountId: components["schemas"]["Id"];
            oneTimeCode: string;
            codeExpiresAt: components["schemas"]["Timestamp"];
        };
        /** @description A JSON Web Key Set (RFC 7517) */
        KeySet: {
            keys: {
                /** @constant */
                kty: "EC";
                /** @constant */
                crv: "P-256";
                x: string;
                y: string;
                /** @constant */
                alg: "ES256";
                /** @constant */
                use: "sig";
                kid: string;
            }[];
        };
        /** @description Open from `opens` to `closes`, minutes of the local day; `closes` may be up to 1800 (06:00 of the next day) */
        OpeningHours: {
            /** @description 0 = Monday … 6 = Sunday */
            weekday: number;
            opens: number;
            closes: number;
        };
        DeliveryTerms: {
            offered: boolean;
            fee: components["schemas"]["Money"];
            /** @description How far from the café orders are delivered */
            radiusMetres: number;
        };
        /** @description A branch as anyone may see it */
        Cafe: {
            name: components["schemas"]["Text"];
            address: string;
            place: components["schemas"]["Place"];
            phone: string;
            utcOffsetMinutes: number;
            /** @description To make one drink at one station */
            secondsPerUnit: number;
            /** @description Drinks made at the same time */
            stations: number;
            delivery: components["schemas"]["DeliveryTerms"];
            id: components["schemas"]["Id"];
            /** @enum {string} */
            state: "OPEN" | "PAUSED" | "CLOSED";
            pausedUntil?: components["schemas"]["Timestamp"];
            pauseReason?: string;
            /** @description OPEN, and within the hours: it takes orders */
            openNow: boolean;
            hours: components["schemas"]["OpeningHours"][];
            /** @description From lat and lng, if they were given */
            distanceMetres?: number;
        };
        CafeList: {
            items: components["schemas"]["Cafe"][];
        };
        MenuOption: {
            /** @description Unique within the item */
            id: string;
            name: components["schemas"]["Text"];
            priceDelta: components["schemas"]["Money"];
            soldOut: boolean;
            /** @description When that ends by itself, if it does */
            soldOutUntil?: components["schemas"]["Timestamp"];
        };
        /** @description The customer takes at least `min` and at most `max` of the options */
        OptionGroup: {
            id: string;
            name: components["schemas"]["Text"];
            min: number;
            max: number;
            options: components["schemas"]["MenuOption"][];
        };
        MenuItem: {
            id: components["schemas"]["Id"];
            name: components["schemas"]["Text"];
            description: components["schemas"]["Text"];
            category: components["schemas"]["Text"];
            price: components["schemas"]["Money"];
            /** @description Work to make one, in drinks: 0 for a packed cookie, 2 for a hand drip */
            units: number;
            /** @description Path of a picture, or empty */
            image: string;
            soldOut: boolean;
            /** @description When that ends by itself, if it does */
            soldOutUntil?: components["schemas"]["Timestamp"];
            groups: components["schemas"]["OptionGroup"][];
        };
        Menu: {
            cafeId: components["schemas"]["Id"];
            items: components["schemas"]["MenuItem"][];
            /** @description Of the branch: grows with each change of anything about it */
            version: number;
        };
        /** @description What a branch's command has led to */
        CafeResult: {
            id: components["schemas"]["Id"];
            /** @enum {string} */
            status: "OPEN" | "PAUSED" | "CLOSED";
            /** @description Grows with each change */
            version: number;
        };
        /** @description Something about a branch has changed; the name of the frame says what */
        CafeFrame: {
            cafeId: components["schemas"]["Id"];
            /** @description Of the branch: grows with each change of anything about it */
            version: number;
        };
        /**
         * @description Why a café says no, or gives up
         * @enum {string}
         */
        CafeReason: "sold_out" | "too_busy" | "closed" | "customer_request" | "unanswered" | "no_rider" | "operator_decision" | "other";
        /**
         * @description Who fetches it: the customer or a rider
         * @enum {string}
         */
        Fulfilment: "pickup" | "delivery";
        /**
         * @description A delivery that its rider has taken is HANDED_OVER too
         * @enum {string}
         */
        CafeOrderStatus: "RECEIVED" | "APPROVED" | "MAKING" | "MADE" | "HANDED_OVER" | "NOT_COLLECTED" | "VOID" | "REJECTED" | "ABORTED";
        TicketOption: {
            id: string;
            name: components["schemas"]["Text"];
        };
        /** @description One line of a ticket, as the bar reads it: no prices */
        TicketLine: {
            menuId: components["schemas"]["Id"];
            name: components["schemas"]["Text"];
            quantity: number;
            options: components["schemas"]["TicketOption"][];
            /** @description Make-units of the whole line */
            units: number;
        };
        /** @description A ticket as the staff of its branch see it */
        CafeOrder: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            /** @description What the café calls out */
            callNumber: string;
            status: components["schemas"]["CafeOrderStatus"];
            lines: components["schemas"]["TicketLine"][];
            /** @description Drinks and other items, all lines */
            qty: number;
            /** @description Make-units, all lines */
            units: number;
            note: string;
            fulfilment: components["schemas"]["Fulfilment"];
            orderDate: components["schemas"]["Timestamp"];
            promisedAt?: components["schemas"]["Timestamp"];
            startedAt?: components["schemas"]["Timestamp"];
            madeAt?: components["schemas"]["Timestamp"];
            collectBy?: components["schemas"]["Timestamp"];
            /** @description Grows with each change; what a client sees never goes backwards */
            version: number;
        };
        CafeOrderList: {
            items: components["schemas"]["CafeOrder"][];
        };
        /** @description What a ticket's command has led to */
        CafeOrderResult: {
            orderId: components["schemas"]["Id"];
            status: components["schemas"]["CafeOrderStatus"];
            /** @description Grows with each change */
            version: number;
        };
        /** @enum {string} */
        OrderStatus: "PAYMENT_PENDING" | "PLACED" | "CANCEL_REQUESTED" | "CANCELED" | "COMPLETED" | "EXPIRED" | "PAYMENT_FAILED";
        /**
         * @description Why an order ended without a drink
         * @enum {string}
         */
        CancelReason: "customer_request" | "rejected" | "unanswered" | "make_aborted" | "no_rider" | "operator_decision";
        ChosenOption: {
            id: string;
            name: components["schemas"]["Text"];
            priceDelta: components["schemas"]["Money"];
        };
        OrderLine: {
            menuId: components["schemas"]["Id"];
            name: components["schemas"]["Text"];
            quantity: number;
            options: components["schemas"]["ChosenOption"][];
            /** @description With its options */
            unitPrice: components["schemas"]["Money"];
            /** @description unitPrice × quantity */
            price: components["schemas"]["Money"];
            /** @description Make-units of the whole line */
            units: number;
        };
        Destination: {
            address: string;
            /** @description Floor, door */
            detail: string;
            place: components["schemas"]["Place"];
            phone: string;
            note: string;
            /** @description Four digits that the customer tells the rider; never shown to the rider */
            pin: string;
        };
        /** @description An order as its customer (or the operator) sees it in the API */
        Order: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            cafeName: components["schemas"]["Text"];
            customerId: components["schemas"]["Id"];
            /** @description What the café calls out; unique among a branch's open orders */
            callNumber: string;
            status: components["schemas"]["OrderStatus"];
            fulfilment: components["schemas"]["Fulfilment"];
            lines: components["schemas"]["OrderLine"][];
            /** @description Drinks and other items, all lines */
            qty: number;
            itemsPrice: components["schemas"]["Money"];
            deliveryFee: components["schemas"]["Money"];
            totalPrice: components["schemas"]["Money"];
            /** @description Of a delivery */
            destination?: components["schemas"]["Destination"];
            note: string;
            orderDate: components["schemas"]["Timestamp"];
            cancelReason?: components["schemas"]["CancelReason"];
            /** @description Grows with each change; what a client sees never goes backwards */
            version: number;
        };
        OrderList: {
            items: components["schemas"]["Order"][];
        };
        /** @description What the basket costs now */
        Quote: {
            lines: components["schemas"]["OrderLine"][];
            qty: number;
            itemsPrice: components["schemas"]["Money"];
            deliveryFee: components["schemas"]["Money"];
            totalPrice: components["schemas"]["Money"];
        };
        /** @description What has become of the order */
        CancelResult: {
            orderId: components["schemas"]["Id"];
            status: components["schemas"]["OrderStatus"];
            /** @description Grows with each change */
            version: number;
        };
        /**
         * @description UNKNOWN: the provider did not answer in time and is asked until it is known
         * @enum {string}
         */
        PaymentStatus: "STARTED" | "UNKNOWN" | "FAILED" | "PAID" | "REFUND_REQUESTED" | "REFUNDED" | "SETTLED";
        /** @description A payment as the API shows it */
        Payment: {
            /** @description Equals the order id */
            paymentId: components["schemas"]["Id"];
            orderId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            totalPrice: components["schemas"]["Money"];
            status: components["schemas"]["PaymentStatus"];
            approvalCode?: string;
            method: string;
            startedAt: components["schemas"]["Timestamp"];
            paidAt?: components["schemas"]["Timestamp"];
            refundedAt?: components["schemas"]["Timestamp"];
            /** @description Grows with each change; what a client sees never goes backwards */
            version: number;
        };
        PaymentList: {
            items: components["schemas"]["Payment"][];
        };
        AccountBalance: {
            account: string;
            balance: components["schemas"]["Money"];
        };
        /** @description An event as its context has recorded it (asyncapi.yaml), with what is personal masked */
        ContextEvent: {
            id: string;
            type: string;
            /** @description The context */
            source: string;
            /** @description The aggregate's id */
            subject: string;
            time: components["schemas"]["Timestamp"];
            /** @description The aggregate's */
            version: number;
            /** @description Its place in the context's log */
            position: number;
            /** @description The order, where there is one */
            correlationId: string;
            /** @description The event or request that led to it */
            causationId: string;
            /** @description The account that gave the command, e.g. `staff:06dq1b7y4t6s3q9e2u8j5g0f1d`; empty: the system itself */
            actor: string;
            /** @description JSON */
            data: string;
        };
        ContextEventList: {
            items: components["schemas"]["ContextEvent"][];
        };
        /** @description An event that could not be handled */
        DeadLetter: {
            /** @description The context that published it */
            source: string;
            /** @description The aggregate that it is about */
            subject: string;
            partition: number;
            offset: number;
            eventId: string;
            eventType: string;
            /** @description For a person */
            reason: string;
            attempts: number;
            parkedAt: components["schemas"]["Timestamp"];
            /** @description The event itself */
            data: string;
        };
        DeadLetterList: {
            items: components["schemas"]["DeadLetter"][];
        };
        DeadLetterSubject: {
            source: string;
            subject: string;
        };
        DeadLettersEnded: {
            ended: number;
        };
        RebuildOrder: {
            /**
             * @description False: only compare
             * @default true
             */
            repairs: boolean;
        };
        /** @description How far a rebuild or a comparison is */
        RebuildStatus: {
            /** @enum {string} */
            state: "none" | "reading" | "comparing" | "done" | "failed";
            repairs: boolean;
            eventsRead: number;
            /** @description Those that there were when it began */
            events: number;
            /** @description Documents and rows */
            compared: number;
            different: number;
            repaired: number;
            /** @description Of what differs, at most 10 */
            examples: string[];
            failure: string;
        };
        /** @description The whole ledger summed up; `total` has one amount for each currency, and each is zero or money was lost */
        LedgerSummary: {
            accounts: components["schemas"]["AccountBalance"][];
            total: components["schemas"]["Money"][];
            transactions: number;
        };
        /** @description What has become of the payment */
        PaymentResult: {
            orderId: components["schemas"]["Id"];
            status: components["schemas"]["PaymentStatus"];
            /** @description Grows with each change */
            version: number;
        };
        /** @enum {string} */
        DeliveryStatus: "PLANNED" | "OFFERED" | "CLAIMED" | "PICKED_UP" | "DELIVERED" | "CANCELED";
        DeliveryCafe: {
            name: components["schemas"]["Text"];
            place: components["schemas"]["Place"];
        };
        /** @description Where the customer waits */
        DropOff: {
            address: string;
            /** @description Floor, door */
            detail: string;
            place: components["schemas"]["Place"];
            phone: string;
            note: string;
        };
        /** @description One resource for all; who asks decides which of the optional members there are. The PIN is never among them */
        Delivery: {
            deliveryId: components["schemas"]["Id"];
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            status: components["schemas"]["DeliveryStatus"];
            fee: components["schemas"]["Money"];
            qty: number;
            cafe: components["schemas"]["DeliveryCafe"];
            /** @description The place of delivery, to about 500 m */
            area: components["schemas"]["Place"];
            /** @description Offers: from the rider to the area, to 100 m */
            distanceMetres?: number;
            /** @description For the customer, the operator, and the rider while it is in hand */
            destination?: components["schemas"]["DropOff"];
            /** @description Who has it, or had it */
            riderId?: components["schemas"]["Id"];
            callNumber?: string;
            /** @description The drinks are ready, or gone with the rider */
            ready: boolean;
            /** @description As far as known; not for the customer */
            claimedAt?: components["schemas"]["Timestamp"];
            pickedUpAt?: components["schemas"]["Timestamp"];
            deliveredAt?: components["schemas"]["Timestamp"];
            /** @description Grows with each change; what a client sees never goes backwards */
            version: number;
        };
        DeliveryList: {
            items: components["schemas"]["Delivery"][];
        };
        /** @description A rider's shift and the deliveries in hand */
        Shift: {
            riderId: components["schemas"]["Id"];
            online: boolean;
            place?: components["schemas"]["Place"];
            /** @description Claimed or on the way */
            active: components["schemas"]["Id"][];
            activeMax: number;
            version: number;
        };
        /** @description What a rider earned on a day */
        Earnings: {
            /** Format: date */
            day: string;
            deliveries: number;
            total: components["schemas"]["Money"];
            /** @description The newest first */
            items: components["schemas"]["Earning"][];
        };
        Earning: {
            deliveryId: components["schemas"]["Id"];
            cafeName: components["schemas"]["Text"];
            fee: components["schemas"]["Money"];
            deliveredAt: components["schemas"]["Timestamp"];
        };
        /** @description A rider's shift as the operator sees it */
        RiderShift: {
            riderId: components["schemas"]["Id"];
            online: boolean;
            /** @description Where the rider was last */
            place?: components["schemas"]["Place"];
            /** @description Claimed or on the way */
            active: components["schemas"]["Id"][];
            /** @description Online since then */
            since?: components["schemas"]["Timestamp"];
        };
        RiderList: {
            items: components["schemas"]["RiderShift"][];
        };
        /** @description An offer near the rider */
        OfferFrame: {
            deliveryId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            /** @constant */
            status: "OFFERED";
            fee: components["schemas"]["Money"];
            qty: number;
            cafe: components["schemas"]["DeliveryCafe"];
            area: components["schemas"]["Place"];
            distanceMetres: number;
            version: number;
        };
        /** @description A step of the rider's own delivery, or the end of an offer near the rider */
        StepFrame: {
            deliveryId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            /** @enum {string} */
            status: "OFFERED" | "CLAIMED" | "PICKED_UP" | "DELIVERED" | "CANCELED";
            /** @description The rider's own delivery */
            mine: boolean;
            version: number;
        };
        /**
         * @description A page only ever moves to a later one in this list
         * @enum {string}
         */
        MyPageStatus: "PAYMENT_PENDING" | "PLACED" | "ACCEPTED" | "CANCEL_REQUESTED" | "PREPARING" | "READY" | "OUT_FOR_DELIVERY" | "UNCLAIMED" | "COMPLETED" | "PAYMENT_FAILED" | "EXPIRED" | "CANCELED" | "REJECTED";
        PageLine: {
            name: components["schemas"]["Text"];
            quantity: number;
            options: components["schemas"]["Text"][];
            /** @description Of the whole line */
            price: components["schemas"]["Money"];
        };
        PageRefund: {
            /** @enum {string} */
            state: "REQUESTED" | "DELAYED" | "DONE";
            amount?: components["schemas"]["Money"];
            /** @description When it came to that */
            at: components["schemas"]["Timestamp"];
        };
        /** @description The place in the café's queue, and when the drinks will be ready: a range, because nobody knows better */
        QueuePosition: {
            /** @description 1: next. 100 means "100th or later" */
            position: number;
            ordersAhead: number;
            unitsAhead: number;
            etaLow: components["schemas"]["Timestamp"];
            etaHigh: components["schemas"]["Timestamp"];
        };
        /** @description One order, as the one who waits for it sees it. It may know parts of the order before all of it: then `lines` is empty and `fulfilment`, `totalPrice` and `orderDate` are absent */
        MyPage: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            cafeName: components["schemas"]["Text"];
            customerId: components["schemas"]["Id"];
            callNumber: string;
            orderStatus: components["schemas"]["MyPageStatus"];
            orderStatusText: components["schemas"]["Text"];
            /**
             * @description The same in the five words of the first system
             * @enum {string}
             */
            originStatus: "주문됨" | "결제됨" | "제조중" | "제조완료" | "취소됨";
            fulfilment?: components["schemas"]["Fulfilment"];
            lines: components["schemas"]["PageLine"][];
            qty: number;
            totalPrice?: components["schemas"]["Money"];
            /** @enum {string} */
            paymentStatus: "PENDING" | "UNKNOWN" | "APPROVED" | "FAILED" | "REFUNDED";
            refund?: components["schemas"]["PageRefund"];
            deliveryId?: components["schemas"]["Id"];
            /** @enum {string} */
            deliveryStatus?: "PLANNED" | "CLAIMED" | "PICKED_UP" | "DELIVERED" | "CANCELED";
            deliveryStatusText?: components["schemas"]["Text"];
            riderAssigned: boolean;
            /** @description The café has not answered for a while: wait or cancel? */
            askCustomer: boolean;
            /**
             * @description CancelReason or CafeReason: the café knows best why it said no
             * @enum {string}
             */
            cancelReason?: "customer_request" | "rejected" | "unanswered" | "make_aborted" | "no_rider" | "operator_decision" | "sold_out" | "too_busy" | "closed" | "other";
            /** @description The café's words to a rejection or a cancel */
            note?: string;
            cancelable: boolean;
            /** @description For the customer only */
            pin?: string;
            orderDate?: components["schemas"]["Timestamp"];
            paidAt?: components["schemas"]["Timestamp"];
            /** @description By the café */
            approvedAt?: components["schemas"]["Timestamp"];
            /** @description By the café */
            promisedAt?: components["schemas"]["Timestamp"];
            makingAt?: components["schemas"]["Timestamp"];
            madeAt?: components["schemas"]["Timestamp"];
            /** @description By the rider */
            pickedUpAt?: components["schemas"]["Timestamp"];
            completedAt?: components["schemas"]["Timestamp"];
            /** @description Grows with each change; what a client sees never goes backwards */
            version: number;
            /** @description While it waits for its drinks, once accepted */
            queue?: components["schemas"]["QueuePosition"];
        };
        MyPageList: {
            /** @description The newest first */
            items: components["schemas"]["MyPage"][];
            /** @description Pass it as `before` for the next page; absent on the last one */
            next?: number;
        };
        /** @description What somebody who orders now would wait behind, and for how long */
        QueueLength: {
            cafeId: components["schemas"]["Id"];
            ordersAhead: number;
            unitsAhead: number;
            minutesLow: number;
            minutesHigh: number;
        };
        QueueLengthList: {
            items: components["schemas"]["QueueLength"][];
        };
        /** @description What a branch sold on a day */
        Sales: {
            cafeId: components["schemas"]["Id"];
            /**
             * Format: date
             * @description Of the branch's own time
             */
            day: string;
            /** @description Neither canceled nor refunded */
            orders: number;
            /** @description Drinks and other items, all of these orders */
            qty: number;
            /** @description What was paid for them, delivery fees included */
            sales: components["schemas"]["Money"];
            /** @description Placed, then canceled or declined */
            canceled: number;
            refunds: components["schemas"]["Refunds"];
            /** @description The most sold first */
            items: components["schemas"]["SoldItem"][];
            /** @description The hours that something was sold in */
            hours: components["schemas"]["SoldHour"][];
        };
        /** @description Asked for or done, for whatever reason */
        Refunds: {
            count: number;
            total: components["schemas"]["Money"];
        };
        SoldItem: {
            name: components["schemas"]["Text"];
            quantity: number;
            sales: components["schemas"]["Money"];
        };
        SoldHour: {
            /** @description Of the branch's own time */
            hour: number;
            orders: number;
            qty: number;
        };
        /**
         * @description UNANSWERED: not accepted for a minute. LATE: a promise is broken by half of it, or by five minutes. NO_RIDER: made, and nobody came forward for three minutes. UNCLAIMED: made, and not fetched for fifteen minutes. REFUND_DELAYED: the provider does not refund. PAYMENT_UNKNOWN: the provider does not say. CANCEL_PENDING: no answer to a cancel for half a minute
         * @enum {string}
         */
        AttentionKind: "REFUND_DELAYED" | "PAYMENT_UNKNOWN" | "CANCEL_PENDING" | "UNANSWERED" | "LATE" | "NO_RIDER" | "UNCLAIMED";
        /** @description An order that something is wrong with */
        Attention: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            cafeName: components["schemas"]["Text"];
            callNumber: string;
            kind: components["schemas"]["AttentionKind"];
            /** @description When the waiting began: placed, promised, made, asked … */
            since: components["schemas"]["Timestamp"];
            orderStatus: components["schemas"]["MyPageStatus"];
        };
        AttentionList: {
            items: components["schemas"]["Attention"][];
        };
        PulseMinute: {
            /** @description When the minute began */
            at: components["schemas"]["Timestamp"];
            placed: number;
            completed: number;
            /** @description Or declined */
            canceled: number;
            /** @description From placed to made, in seconds, of the orders made in this minute; absent if there is none */
            waitP50?: number;
            waitP90?: number;
        };
        /** @description How busy it is */
        Pulse: {
            at: components["schemas"]["Timestamp"];
            /** @description Paid orders that are not at their end; 10000: or more */
            open: number;
            minutes: components["schemas"]["PulseMinute"][];
        };
        /** @description A step of any order */
        PageStep: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            /** @description Empty while the order itself is not known here */
            callNumber: string;
            orderStatus: components["schemas"]["MyPageStatus"];
            version: number;
        };
        /**
         * @description Where a message goes. Every message is in the inbox; the others are linked by the one who gets them
         * @enum {string}
         */
        Channel: "inbox" | "telegram" | "webhook";
        /**
         * @description What it is about; empty for a failure
         * @enum {string}
         */
        MessageKind: "placed" | "payment_failed" | "expired" | "unanswered" | "accepted" | "rejected" | "cancel_refused" | "canceled" | "making" | "ready" | "on_the_way" | "delivered" | "not_collected" | "refunded" | "refund_delayed" | "cafe_new_order" | "cafe_canceled" | "rider_claimed" | "rider_released" | "rider_ready" | "rider_canceled" | "";
        /** @description One message, or the failure of a channel to take one */
        Notification: {
            id: string;
            orderId: components["schemas"]["Id"];
            message: components["schemas"]["MessageKind"];
            channel: components["schemas"]["Channel"];
            /** @enum {string} */
            state: "SENT" | "FAILED";
            /** @description In the recipient's language; of a failure: why */
            text: string;
            at: components["schemas"]["Timestamp"];
        };
        NotificationList: {
            /** @description The newest first */
            items: components["schemas"]["Notification"][];
            /** @description Pass it as `before` for the next page; absent on the last one */
            next?: number;
        };
        /** @description A linked channel */
        LinkedChannel: {
            id: components["schemas"]["Id"];
            channel: components["schemas"]["Channel"];
            /** @description Of a webhook */
            url?: string;
        };
        ChannelList: {
            items: components["schemas"]["LinkedChannel"][];
        };
        TelegramLink: {
            /** @description Once, and for an hour */
            linkCode: string;
            /**
             * Format: uri
             * @description Opens the chat with the bot, the code in hand
             */
            url: string;
            expires: components["schemas"]["Timestamp"];
        };
        WebhookLink: {
            id: components["schemas"]["Id"];
            /** @description Shown this once. Signs every call (Standard Webhooks) */
            secret: string;
        };
        Unlinked: {
            id: components["schemas"]["Id"];
            /** @constant */
            status: "UNLINKED";
        };
        /** @description Nothing, or a call of the Bot API: a sentence for the chat */
        TelegramReply: {
            /** @constant */
            method?: "sendMessage";
            chat_id?: number;
            text?: string;
        };
        /** @description What the provider knows of one order: at most one movement of money each way */
        SandboxTransaction: {
            orderId: components["schemas"]["Id"];
            captured: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"];
            /** @description Movements of money: at most 1 of each, or somebody was charged twice */
            captures: number;
            refunds: number;
            /** @description Empty when declined */
            approvalCode: string;
            /** @description The reason, or empty */
            declined: string;
            refundId: string;
        };
        SandboxTransactionList: {
            items: components["schemas"]["SandboxTransaction"][];
        };
        StartPaymentAnswer: {
            outcome: components["schemas"]["StartOutcome"];
            /** @description Of failed: the provider's code */
            reason?: string;
            /** @description Of refused: as the caller is to pass it on */
            rejection?: components["schemas"]["Rejection"];
        };
        /**
         * @description `failed` was certainly not captured, and never will be; of what is `unknown` an event will tell; `refused` was not begun, and asking again is of no use
         * @enum {string}
         */
        StartOutcome: "paid" | "failed" | "unknown" | "refused";
        /** @description A refusal between two processes, in both languages */
        Rejection: {
            /** @enum {string} */
            refusal: "invalid" | "unauthenticated" | "payment_required" | "forbidden" | "not_found" | "conflict" | "unprocessable" | "too_many" | "unavailable";
            code: string;
            detail: components["schemas"]["Text"];
            state: string;
            allowed: string[];
        };
        ChargeAnswer: {
            /** @enum {string} */
            outcome: "approved" | "declined" | "unknown";
            /** @description The approval code */
            code?: string;
            /** @description Of a decline */
            reason?: string;
        };
        FoundCharge: {
            /** @enum {string} */
            found: "captured" | "declined" | "nothing" | "unavailable";
            /** @description The approval code */
            code?: string;
            /** @description In full */
            refunded?: boolean;
            /** @description Of a decline */
            reason?: string;
        };
        RefundAnswer: {
            /** @enum {string} */
            outcome: "done" | "refused" | "unknown";
            /** @description Of a refusal */
            reason?: string;
        };
        /**
         * @description What the next refunds do: `fail` are refused, `time_out` are made and never answered
         * @enum {string}
         */
        RefundTrouble: "fail" | "time_out";
        RefundOrders: {
            /** @description How many of the next refunds */
            count: number;
            trouble: components["schemas"]["RefundTrouble"];
        };
        StartPaymentRequest: {
            /** @description Also the idempotency key */
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            amount: components["schemas"]["Money"];
            method: string;
            /** @description From the provider's widget */
            token?: string;
            /** @description The id of the request that leads to it */
            cause?: string;
            /**
             * @description Milliseconds; then the outcome is answered to be unknown
             * @default 0
             */
            answerWithin: number;
        };
        ChargeRequest: {
            /** @description Also the idempotency key */
            orderId: components["schemas"]["Id"];
            amount: components["schemas"]["Money"];
            method: string;
            /** @description From the provider's widget */
            token?: string;
            /** @description No charge is made later than this */
            validUntil: components["schemas"]["Timestamp"];
        };
        RefundOrder: {
            amount: components["schemas"]["Money"];
            refundId: string;
        };
        Alive: {
            /** @constant */
            status: "alive";
        };
        Ready: {
            /** @constant */
            status: "ready";
        };
        BeginGuestRequest: {
            language?: components["schemas"]["Language"];
        };
        SignInRequest: {
            loginName: string;
            password: string;
        };
        RefreshRequest: {
            refreshToken: string;
        };
        EnterByLinkRequest: {
            code: string;
            /** @description Sets the password at the same time */
            password?: string;
        };
        RegisterAccountRequest: {
            loginName: string;
            displayName: string;
            role: components["schemas"]["StaffRole"];
            /** @description For staff: the branches they work for */
            cafes?: components["schemas"]["Id"][];
            /** @description Without one, the answer has a one-time code */
            password?: string;
        };
        AssignCafesRequest: {
            cafes: components["schemas"]["Id"][];
        };
        ChangePasswordRequest: {
            current: string;
            new: string;
        };
        /** @description `currency` is KRW if it is left out */
        MoneyRequest: {
            amount: number;
            /** @default KRW */
            currency: string;
        };
        DeliveryTermsRequest: {
            /** @default true */
            offered: boolean;
            fee?: components["schemas"]["MoneyRequest"];
            /** @default 3000 */
            radiusMetres: number;
        };
        CafeProfileRequest: {
            name: components["schemas"]["Text"];
            address: string;
            place: components["schemas"]["Place"];
            phone?: string;
            /** @default 540 */
            utcOffsetMinutes: number;
            /**
             * @description To make one drink at one station
             * @default 60
             */
            secondsPerUnit: number;
            /**
             * @description Drinks made at the same time
             * @default 2
             */
            stations: number;
            delivery?: components["schemas"]["DeliveryTermsRequest"];
        };
        RegisterCafeRequest: {
            /** @description Chosen by the operator; made up if it is left out */
            id?: components["schemas"]["Id"];
            name: components["schemas"]["Text"];
            address: string;
            place: components["schemas"]["Place"];
            phone?: string;
            /** @default 540 */
            utcOffsetMinutes: number;
            /**
             * @description To make one drink at one station
             * @default 60
             */
            secondsPerUnit: number;
            /**
             * @description Drinks made at the same time
             * @default 2
             */
            stations: number;
            delivery?: components["schemas"]["DeliveryTermsRequest"];
        };
        MenuOptionRequest: {
            /** @description Unique within the item */
            id: components["schemas"]["Id"];
            name: components["schemas"]["Text"];
            priceDelta?: components["schemas"]["MoneyRequest"];
        };
        /** @description The customer takes at least `min` and at most `max` of the options */
        OptionGroupRequest: {
            id: components["schemas"]["Id"];
            name: components["schemas"]["Text"];
            /** @default 0 */
            min: number;
            /** @default 1 */
            max: number;
            options: components["schemas"]["MenuOptionRequest"][];
        };
        MenuItemRequest: {
            id: components["schemas"]["Id"];
            name: components["schemas"]["Text"];
            description?: components["schemas"]["Text"];
            category?: components["schemas"]["Text"];
            price: components["schemas"]["MoneyRequest"];
            /**
             * @description Work to make one, in drinks
             * @default 1
             */
            units: number;
            image?: string;
            groups?: components["schemas"]["OptionGroupRequest"][];
        };
        /** @description The whole menu, in place of the one before */
        MenuRequest: {
            items: components["schemas"]["MenuItemRequest"][];
        };
        /** @description The week's opening hours; none: no hours bind the branch */
        HoursRequest: {
            hours: components["schemas"]["OpeningHours"][];
        };
        PauseRequest: {
            /** @default 15 */
            minutes: number;
            reason?: string;
        };
        SoldOutRequest: {
            menuId: components["schemas"]["Id"];
            /** @description One option of the item; empty: the item itself */
            optionId?: string;
            /** @default true */
            soldOut: boolean;
            /** @description Absent: until told otherwise */
            until?: components["schemas"]["Timestamp"];
        };
        ApproveRequest: {
            /**
             * @description What the café promises; 0: no promise
             * @default 0
             */
            readyInMinutes: number;
        };
        RefuseRequest: {
            reason: components["schemas"]["CafeReason"];
            /** @description To the customer */
            note?: string;
        };
        HandOverRequest: {
            /** @description What the customer shows; empty: not asked */
            callNumber?: string;
        };
        /** @description Nothing to say: leave the body out, or send {} */
        NoMembers: Record<string, never>;
        BasketLine: {
            menuId: components["schemas"]["Id"];
            /** @default 1 */
            quantity: number;
            /** @description Option ids, in any order */
            options?: string[];
        };
        BasketDestination: {
            address: string;
            /** @description Floor, door */
            detail?: string;
            place: components["schemas"]["Place"];
            phone?: string;
            note?: string;
        };
        /** @description What a customer wants, before it has a price */
        Basket: {
            cafeId: components["schemas"]["Id"];
            /** @default pickup */
            fulfilment: components["schemas"]["Fulfilment"];
            lines: components["schemas"]["BasketLine"][];
            /** @description For a delivery, and only then */
            destination?: components["schemas"]["BasketDestination"];
            note?: string;
            /** @description What the client believes it costs; refused with 409 if it differs */
            totalPrice?: components["schemas"]["MoneyRequest"];
        };
        /** @description With the sandbox provider the token says how it behaves: approve, decline, stall (never answers, never charges), stall_then_charge (charges after a while), timeout_after_charge (charges at once, never answers) */
        PaymentChoice: {
            /** @default card */
            method: string;
            /** @description From the provider's widget */
            token?: string;
        };
        PlaceOrderRequest: {
            cafeId: components["schemas"]["Id"];
            /** @default pickup */
            fulfilment: components["schemas"]["Fulfilment"];
            lines: components["schemas"]["BasketLine"][];
            /** @description For a delivery, and only then */
            destination?: components["schemas"]["BasketDestination"];
            note?: string;
            /** @description What the client believes it costs; refused with 409 if it differs */
            totalPrice?: components["schemas"]["MoneyRequest"];
            payment?: components["schemas"]["PaymentChoice"];
        };
        ForceCancelRequest: {
            note?: string;
        };
        RefundRequest: {
            reason: string;
        };
        /** @description What is absent stays as it is */
        ShiftRequest: {
            online?: boolean;
            /** @description Where the rider is now */
            place?: components["schemas"]["Place"];
        };
        StartDeliveryRequest: {
            /** @description From the cup */
            callNumber: string;
        };
        ConfirmDeliveryRequest: {
            /** @description Told by the customer at the door; the operator needs none */
            pin?: string;
        };
        LinkTelegramRequest: {
            /** @description For the staff of that branch */
            cafeId?: components["schemas"]["Id"];
        };
        LinkWebhookRequest: {
            /** Format: uri */
            url: string;
            /** @description For the staff of that branch */
            cafeId?: components["schemas"]["Id"];
        };
        /** @description Telegram's Update; only these members are read, all others are ignored */
        TelegramUpdate: {
            message?: {
                chat?: {
                    id?: number;
                };
                text?: string;
            };
        };
        /** @description The paid order has reached the café (AddCafeOrder) */
        CafeOrderAddedFrame: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            /** @description Make-units, all lines */
            units: number;
            /** @description What the café calls out */
            callNumber: string;
            fulfilment: components["schemas"]["Fulfilment"];
            lines: components["schemas"]["TicketLine"][];
            /** @description Drinks and other items, all lines */
            qty: number;
            note: string;
            orderDate: components["schemas"]["Timestamp"];
            /** @description The ticket's, after this event */
            version: number;
        };
        OrderApprovedFrame: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            /** @description What the café promises; 0 = no promise */
            readyInMinutes: number;
            /** @description The same as a point in time */
            promisedAt?: components["schemas"]["Timestamp"];
            /** @description The ticket's, after this event */
            version: number;
        };
        OrderRejectedFrame: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            reason: components["schemas"]["CafeReason"];
            note: string;
            /** @description The ticket's, after this event */
            version: number;
        };
        MakeStartedFrame: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            /** @description A rider will come for it */
            forDelivery: boolean;
            startedAt: components["schemas"]["Timestamp"];
            /** @description The ticket's, after this event */
            version: number;
        };
        MakeCompletedFrame: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            /** @description A rider will come for it */
            forDelivery: boolean;
            madeAt: components["schemas"]["Timestamp"];
            /** @description Pick-up: it is kept until then */
            collectBy?: components["schemas"]["Timestamp"];
            /** @description The ticket's, after this event */
            version: number;
        };
        /** @description Pick-up: given to the customer */
        HandedOverFrame: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            /** @description The ticket's, after this event */
            version: number;
        };
        /** @description Delivery: the rider has it. DeliveryStarted, as the bar sees it */
        CollectedByRiderFrame: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            /** @description The ticket's, after this event */
            version: number;
        };
        /** @description Nobody came for it in time. The café may still hand it over */
        NotCollectedFrame: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            /** @description The ticket's, after this event */
            version: number;
        };
        /** @description The café's answer to OrderCancelRequested: the ticket is void */
        CancelGrantedFrame: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            /** @description The ticket's, after this event */
            version: number;
        };
        /** @description The café's answer to OrderCancelRequested: too late. `state` is the ticket's: "making", "made" … */
        CancelRefusedFrame: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            state: string;
            /** @description The ticket's, after this event */
            version: number;
        };
        /** @description The order was canceled without asking the café (OrderCanceled: no rider, the operator's decision): the bar makes it no more. Also published for an order that was canceled before its ticket came */
        TicketVoidedFrame: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            /** @description The ticket's, after this event */
            version: number;
        };
        /** @description The café had to give up a drink that it had begun or made */
        MakeAbortedFrame: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            reason: components["schemas"]["CafeReason"];
            note: string;
            /** @description The ticket's, after this event */
            version: number;
        };
    };
    responses: {
        /** @description Not signed in */
        SignInRequired: {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not allowed */
        RoleNotAllowed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not allowed */
        NotAllowed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What was sent cannot be right */
        InvalidBody: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What was sent cannot be right */
        InvalidLimit: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What was sent cannot be right */
        InvalidDay: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Against a rule */
        KeyReused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not now: nothing was done */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description What any address may refuse, most of it before a route is reached */
        Refused: {
            headers: {
                Allow: components["headers"]["Allow"];
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
         * @example ko
         */
        Language: string;
        /**
         * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
         * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
         */
        IdempotencyKey: string;
        /**
         * @description identity, cafe, order, payment, delivery, mypage or notification
         * @example mypage
         */
        Context: components["schemas"]["Id"];
        /**
         * @description The id of the last frame seen: the stream goes on after it. 0: from the beginning. Browsers send it by themselves
         * @example 1042
         */
        LastEventId: string;
        /** @description Instead of the header Authorization, which a browser's EventSource cannot send. For streams only */
        AccessToken: string;
        /** @description At most so many */
        Limit: number;
        /**
         * @description Degrees; together with lng
         * @example 37.5651
         */
        Latitude: number;
        /**
         * @description Degrees; together with lat
         * @example 126.9895
         */
        Longitude: number;
        /** @description The `next` of the page before */
        Before: number;
        /**
         * @description A day, as 2026-11-23; today if absent
         * @example 2026-11-23
         */
        Day: string;
        /**
         * @description The order's id; its payment, its ticket and its delivery have the same
         * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
         */
        OrderId: components["schemas"]["Id"];
        /**
         * @description The café's id
         * @example euljiro
         */
        CafeId: components["schemas"]["Id"];
        /**
         * @description The account's id
         * @example 06dq0a2f8d6h4k1l9m7n5p3r2t
         */
        AccountId: components["schemas"]["Id"];
        /** @example 06dq3w4k9j7h5g3f1d2s0a8q6w */
        ChannelId: components["schemas"]["Id"];
        /**
         * @description Which branch
         * @example euljiro
         */
        CafeAsked: components["schemas"]["Id"];
        /** @description Instead of one's own: what the staff of that branch get */
        StaffOf: components["schemas"]["Id"];
    };
    requestBodies: never;
    headers: {
        "WWW-Authenticate": "Bearer";
        /** @description Seconds */
        "Retry-After": string;
        /** @description With 405: the methods that the address takes */
        Allow: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    beginGuestSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["BeginGuestRequest"];
            };
        };
        responses: {
            /** @description Signed in as a customer */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["InvalidBody"];
            default: components["responses"]["Refused"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description Signed in */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["InvalidBody"];
            /** @description Not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshRequest"];
            };
        };
        responses: {
            /** @description The session goes on */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["InvalidBody"];
            /** @description Not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    enterByLink: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterByLinkRequest"];
            };
        };
        responses: {
            /** @description Signed in */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["InvalidBody"];
            /** @description Not signed in */
            401: {
                headers: {
                    "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Against a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listSigningKeys: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeySet"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    whoAmI: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is asking */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WhoAmI"];
                };
            };
            401: components["responses"]["SignInRequired"];
            default: components["responses"]["Refused"];
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["SignInRequired"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /** @description At most so many */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before */
                after?: number;
            };
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of accounts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountList"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            default: components["responses"]["Refused"];
        };
    };
    registerAccount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterAccountRequest"];
            };
        };
        responses: {
            /** @description Registered */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredAccount"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            /** @description Not in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Against a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    assignCafes: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The account's id
                 * @example 06dq0a2f8d6h4k1l9m7n5p3r2t
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignCafesRequest"];
            };
        };
        responses: {
            /** @description The account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Against a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    disableAccount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The account's id
                 * @example 06dq0a2f8d6h4k1l9m7n5p3r2t
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Against a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    issueSignInLink: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The account's id
                 * @example 06dq0a2f8d6h4k1l9m7n5p3r2t
                 */
                id: components["parameters"]["AccountId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The code, shown this once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OneTimeCode"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeOwnPassword: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangePasswordRequest"];
            };
        };
        responses: {
            /** @description A new session */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["InvalidBody"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            /** @description Not in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Against a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listCafes: {
        parameters: {
            query?: {
                /**
                 * @description Degrees; together with lng
                 * @example 37.5651
                 */
                lat?: components["parameters"]["Latitude"];
                /**
                 * @description Degrees; together with lat
                 * @example 126.9895
                 */
                lng?: components["parameters"]["Longitude"];
                /** @description At most so many */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Branches */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CafeList"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    registerCafe: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterCafeRequest"];
            };
        };
        responses: {
            /** @description Registered */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CafeResult"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            /** @description Not in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    getCafe: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The café's id
                 * @example euljiro
                 */
                id: components["parameters"]["CafeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The branch */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cafe"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    streamCafe: {
        parameters: {
            query?: {
                /** @description Instead of the header Authorization, which a browser's EventSource cannot send. For streams only */
                access_token?: components["parameters"]["AccessToken"];
            };
            header?: {
                /**
                 * @description The id of the last frame seen: the stream goes on after it. 0: from the beginning. Browsers send it by themselves
                 * @example 1042
                 */
                "Last-Event-ID"?: components["parameters"]["LastEventId"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The café's id
                 * @example euljiro
                 */
                id: components["parameters"]["CafeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream, without an end; it begins with `retry: 2000`, and a comment keeps it alive every 15 seconds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example id: 412 event: SoldOutChanged data: {"cafeId":"euljiro","version":14} */
                    "text/event-stream": string;
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getMenu: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The café's id
                 * @example euljiro
                 */
                id: components["parameters"]["CafeId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The menu */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Menu"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    publishMenu: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The café's id
                 * @example euljiro
                 */
                id: components["parameters"]["CafeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MenuRequest"];
            };
        };
        responses: {
            /** @description Done, or already so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CafeResult"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    uploadPicture: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The café's id
                 * @example euljiro
                 */
                id: components["parameters"]["CafeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "image/png": string;
                "image/jpeg": string;
                "image/webp": string;
            };
        };
        responses: {
            /** @description Kept */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedPicture"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotAllowed"];
            /** @description It is no picture */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    changeCafeProfile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The café's id
                 * @example euljiro
                 */
                id: components["parameters"]["CafeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CafeProfileRequest"];
            };
        };
        responses: {
            /** @description Done, or already so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CafeResult"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Against a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeHours: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The café's id
                 * @example euljiro
                 */
                id: components["parameters"]["CafeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HoursRequest"];
            };
        };
        responses: {
            /** @description Done, or already so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CafeResult"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    openCafe: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The café's id
                 * @example euljiro
                 */
                id: components["parameters"]["CafeId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoMembers"];
            };
        };
        responses: {
            /** @description Done, or already so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CafeResult"];
                };
            };
            400: components["responses"]["InvalidBody"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    closeCafe: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The café's id
                 * @example euljiro
                 */
                id: components["parameters"]["CafeId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoMembers"];
            };
        };
        responses: {
            /** @description Done, or already so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CafeResult"];
                };
            };
            400: components["responses"]["InvalidBody"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    pauseCafe: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The café's id
                 * @example euljiro
                 */
                id: components["parameters"]["CafeId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["PauseRequest"];
            };
        };
        responses: {
            /** @description Done, or already so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CafeResult"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    setSoldOut: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The café's id
                 * @example euljiro
                 */
                id: components["parameters"]["CafeId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SoldOutRequest"];
            };
        };
        responses: {
            /** @description Done, or already so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CafeResult"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Against a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    getPicture: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /** @example 1f2e3d4c5b6a7988.webp */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The picture */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/png": string;
                    "image/jpeg": string;
                    "image/webp": string;
                    "image/svg+xml": string;
                };
            };
            /** @description The reader has it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listCafeOrders: {
        parameters: {
            query: {
                /**
                 * @description Which branch
                 * @example euljiro
                 */
                cafeId: components["parameters"]["CafeAsked"];
                /** @description A column of the bar's screen */
                state?: "NEW" | "MAKING" | "READY" | "DONE";
                /**
                 * @description Without state, so many of the last done ones too
                 * @example 20
                 */
                done?: number;
                /** @description At most so many */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tickets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CafeOrderList"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotAllowed"];
            default: components["responses"]["Refused"];
        };
    };
    getCafeOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order's id; its payment, its ticket and its delivery have the same
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ticket */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CafeOrder"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    streamCafeOrders: {
        parameters: {
            query: {
                /**
                 * @description Which branch
                 * @example euljiro
                 */
                cafeId: components["parameters"]["CafeAsked"];
                /** @description Instead of the header Authorization, which a browser's EventSource cannot send. For streams only */
                access_token?: components["parameters"]["AccessToken"];
            };
            header?: {
                /**
                 * @description The id of the last frame seen: the stream goes on after it. 0: from the beginning. Browsers send it by themselves
                 * @example 1042
                 */
                "Last-Event-ID"?: components["parameters"]["LastEventId"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream, without an end; it begins with `retry: 2000`, and a comment keeps it alive every 15 seconds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example id: 1042 event: MakeStarted data: {"orderId":"06dq3v9x2m8k7f4t1r5w0y6b3c","cafeId":"euljiro","customerId":"06dq3v8h5n2c9w7x4z1k6m0p8r","forDelivery":false,"startedAt":"2026-11-23T01:04:03.004Z","version":3} */
                    "text/event-stream": string;
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotAllowed"];
            default: components["responses"]["Refused"];
        };
    };
    approveCafeOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order's id; its payment, its ticket and its delivery have the same
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ApproveRequest"];
            };
        };
        responses: {
            /** @description Done, or already so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CafeOrderResult"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    rejectCafeOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order's id; its payment, its ticket and its delivery have the same
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseRequest"];
            };
        };
        responses: {
            /** @description Done, or already so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CafeOrderResult"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    startMaking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order's id; its payment, its ticket and its delivery have the same
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoMembers"];
            };
        };
        responses: {
            /** @description Done, or already so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CafeOrderResult"];
                };
            };
            400: components["responses"]["InvalidBody"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    completeMaking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order's id; its payment, its ticket and its delivery have the same
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["NoMembers"];
            };
        };
        responses: {
            /** @description Done, or already so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CafeOrderResult"];
                };
            };
            400: components["responses"]["InvalidBody"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    handOver: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order's id; its payment, its ticket and its delivery have the same
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["HandOverRequest"];
            };
        };
        responses: {
            /** @description Done, or already so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CafeOrderResult"];
                };
            };
            400: components["responses"]["InvalidBody"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Against a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    abortMaking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order's id; its payment, its ticket and its delivery have the same
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefuseRequest"];
            };
        };
        responses: {
            /** @description Done, or already so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CafeOrderResult"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /** @description At most so many */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Orders */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderList"];
                };
            };
            400: components["responses"]["InvalidLimit"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            default: components["responses"]["Refused"];
        };
    };
    placeOrder: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description A fresh key for each order. The same key with the same body joins the order that is under way, or gets its answer
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key": string;
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlaceOrderRequest"];
            };
        };
        responses: {
            /** @description Paid, therefore ordered */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The outcome of the payment is unknown; it is looked into */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignInRequired"];
            /** @description The payment was declined */
            402: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            403: components["responses"]["RoleNotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Against a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not now: nothing was done */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    quoteBasket: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Basket"];
            };
        };
        responses: {
            /** @description The price now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quote"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Against a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order's id; its payment, its ticket and its delivery have the same
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The order */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order's id; its payment, its ticket and its delivery have the same
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Canceled; the payment is refunded */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancelResult"];
                };
            };
            /** @description The café has not answered yet */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancelResult"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    forceCancelOrder: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order's id; its payment, its ticket and its delivery have the same
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ForceCancelRequest"];
            };
        };
        responses: {
            /** @description Canceled, or already so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            400: components["responses"]["InvalidBody"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listPaymentsInTrouble: {
        parameters: {
            query?: {
                /** @description Without it: both */
                state?: "UNKNOWN" | "REFUND_REQUESTED";
                /** @description At most so many */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Payments, the oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentList"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            default: components["responses"]["Refused"];
        };
    };
    sumLedger: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A balance for each account; the total is zero */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerSummary"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            default: components["responses"]["Refused"];
        };
    };
    startPayment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartPaymentRequest"];
            };
        };
        responses: {
            /** @description As far as it is known */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartPaymentAnswer"];
                };
            };
            400: components["responses"]["InvalidBody"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    getPayment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order's id; its payment, its ticket and its delivery have the same
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The payment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Payment"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    refundPayment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order's id; its payment, its ticket and its delivery have the same
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundRequest"];
            };
        };
        responses: {
            /** @description It will be refunded, or was */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentResult"];
                };
            };
            400: components["responses"]["InvalidBody"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description Only these. A rider: CLAIMED, PICKED_UP, DELIVERED, CANCELED. The operator: PLANNED, OFFERED, CLAIMED, PICKED_UP */
                state?: "PLANNED" | "OFFERED" | "CLAIMED" | "PICKED_UP" | "DELIVERED" | "CANCELED";
                /** @description At most so many */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deliveries */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryList"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            default: components["responses"]["Refused"];
        };
    };
    listOffers: {
        parameters: {
            query?: {
                /**
                 * @description Degrees; together with lng
                 * @example 37.5651
                 */
                lat?: components["parameters"]["Latitude"];
                /**
                 * @description Degrees; together with lat
                 * @example 126.9895
                 */
                lng?: components["parameters"]["Longitude"];
                /** @description At most so many */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Offers */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryList"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            /** @description Against a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getShift: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The shift */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shift"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            default: components["responses"]["Refused"];
        };
    };
    changeShift: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ShiftRequest"];
            };
        };
        responses: {
            /** @description The shift */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Shift"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            422: components["responses"]["KeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    getEarnings: {
        parameters: {
            query?: {
                /**
                 * @description A day, as 2026-11-23; today if absent
                 * @example 2026-11-23
                 */
                day?: components["parameters"]["Day"];
            };
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Earnings"];
                };
            };
            400: components["responses"]["InvalidDay"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            default: components["responses"]["Refused"];
        };
    };
    listRiders: {
        parameters: {
            query?: {
                /** @description At most so many */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Shifts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RiderList"];
                };
            };
            400: components["responses"]["InvalidLimit"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            default: components["responses"]["Refused"];
        };
    };
    streamDeliveries: {
        parameters: {
            query?: {
                /**
                 * @description Degrees; together with lng
                 * @example 37.5651
                 */
                lat?: components["parameters"]["Latitude"];
                /**
                 * @description Degrees; together with lat
                 * @example 126.9895
                 */
                lng?: components["parameters"]["Longitude"];
                /** @description Instead of the header Authorization, which a browser's EventSource cannot send. For streams only */
                access_token?: components["parameters"]["AccessToken"];
            };
            header?: {
                /**
                 * @description The id of the last frame seen: the stream goes on after it. 0: from the beginning. Browsers send it by themselves
                 * @example 1042
                 */
                "Last-Event-ID"?: components["parameters"]["LastEventId"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream, without an end; it begins with `retry: 2000`, and a comment keeps it alive every 15 seconds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example id: 88 event: DeliveryReady data: {"deliveryId":"06dq3v9x2m8k7f4t1r5w0y6b3c","cafeId":"euljiro","status":"CLAIMED","mine":true,"version":4} */
                    "text/event-stream": string;
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            default: components["responses"]["Refused"];
        };
    };
    getDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order's id; its payment, its ticket and its delivery have the same
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    claimDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order's id; its payment, its ticket and its delivery have the same
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or already so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    releaseDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order's id; its payment, its ticket and its delivery have the same
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or already so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            401: components["responses"]["SignInRequired"];
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    startDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order's id; its payment, its ticket and its delivery have the same
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartDeliveryRequest"];
            };
        };
        responses: {
            /** @description Done, or already so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["InvalidBody"];
            401: components["responses"]["SignInRequired"];
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Against a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    confirmDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order's id; its payment, its ticket and its delivery have the same
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["ConfirmDeliveryRequest"];
            };
        };
        responses: {
            /** @description Done, or already so */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            400: components["responses"]["InvalidBody"];
            401: components["responses"]["SignInRequired"];
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Against a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    listMyPages: {
        parameters: {
            query?: {
                /** @description At most so many */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before */
                before?: components["parameters"]["Before"];
            };
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyPageList"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            default: components["responses"]["Refused"];
        };
    };
    streamMyPages: {
        parameters: {
            query?: {
                /** @description Instead of the header Authorization, which a browser's EventSource cannot send. For streams only */
                access_token?: components["parameters"]["AccessToken"];
            };
            header?: {
                /**
                 * @description The id of the last frame seen: the stream goes on after it. 0: from the beginning. Browsers send it by themselves
                 * @example 1042
                 */
                "Last-Event-ID"?: components["parameters"]["LastEventId"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream, without an end; it begins with `retry: 2000`, and a comment keeps it alive every 15 seconds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example id: 2077 event: page data: {"orderId":"06dq3v9x2m8k7f4t1r5w0y6b3c","orderStatus":"PREPARING","version":5, …} */
                    "text/event-stream": string;
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            default: components["responses"]["Refused"];
        };
    };
    getMyPage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order's id; its payment, its ticket and its delivery have the same
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyPage"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotAllowed"];
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    streamMyPage: {
        parameters: {
            query?: {
                /** @description Instead of the header Authorization, which a browser's EventSource cannot send. For streams only */
                access_token?: components["parameters"]["AccessToken"];
            };
            header?: {
                /**
                 * @description The id of the last frame seen: the stream goes on after it. 0: from the beginning. Browsers send it by themselves
                 * @example 1042
                 */
                "Last-Event-ID"?: components["parameters"]["LastEventId"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order's id; its payment, its ticket and its delivery have the same
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream, without an end; it begins with `retry: 2000`, and a comment keeps it alive every 15 seconds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example event: queue data: {"position":3,"ordersAhead":2,"unitsAhead":5,"etaLow":"2026-11-23T01:05:03.004Z","etaHigh":"2026-11-23T01:09:03.004Z"} */
                    "text/event-stream": string;
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotAllowed"];
            default: components["responses"]["Refused"];
        };
    };
    listQueueLengths: {
        parameters: {
            query: {
                /**
                 * @description Up to 100 branches, with commas between
                 * @example euljiro,hongdae
                 */
                cafes: string;
            };
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The queues */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueLengthList"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not now: nothing was done */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getQueueLength: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /** @example euljiro */
                cafeId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The queue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueLength"];
                };
            };
            /** @description Not now: nothing was done */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getSales: {
        parameters: {
            query?: {
                /**
                 * @description A day, as 2026-11-23; today if absent
                 * @example 2026-11-23
                 */
                day?: components["parameters"]["Day"];
            };
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /** @example euljiro */
                cafeId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The day */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Sales"];
                };
            };
            400: components["responses"]["InvalidDay"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["NotAllowed"];
            default: components["responses"]["Refused"];
        };
    };
    listAttention: {
        parameters: {
            query?: {
                /** @description At most so many */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttentionList"];
                };
            };
            400: components["responses"]["InvalidLimit"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            default: components["responses"]["Refused"];
        };
    };
    getPulse: {
        parameters: {
            query?: {
                /** @example 60 */
                minutes?: number;
                /** @description Only this branch */
                cafe?: components["schemas"]["Id"];
            };
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The figures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pulse"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            default: components["responses"]["Refused"];
        };
    };
    streamAllPages: {
        parameters: {
            query?: {
                /** @description Instead of the header Authorization, which a browser's EventSource cannot send. For streams only */
                access_token?: components["parameters"]["AccessToken"];
            };
            header?: {
                /**
                 * @description The id of the last frame seen: the stream goes on after it. 0: from the beginning. Browsers send it by themselves
                 * @example 1042
                 */
                "Last-Event-ID"?: components["parameters"]["LastEventId"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream, without an end; it begins with `retry: 2000`, and a comment keeps it alive every 15 seconds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example id: 2077 event: page data: {"orderId":"06dq3v9x2m8k7f4t1r5w0y6b3c","cafeId":"euljiro","callNumber":"4821","orderStatus":"PREPARING","version":5} */
                    "text/event-stream": string;
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            default: components["responses"]["Refused"];
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description Instead of one's own: what the staff of that branch get */
                cafeId?: components["parameters"]["StaffOf"];
                /** @description At most so many */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the page before */
                before?: components["parameters"]["Before"];
            };
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Messages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationList"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignInRequired"];
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    streamNotifications: {
        parameters: {
            query?: {
                /** @description Instead of one's own: what the staff of that branch get */
                cafeId?: components["parameters"]["StaffOf"];
                /** @description Instead of the header Authorization, which a browser's EventSource cannot send. For streams only */
                access_token?: components["parameters"]["AccessToken"];
            };
            header?: {
                /**
                 * @description The id of the last frame seen: the stream goes on after it. 0: from the beginning. Browsers send it by themselves
                 * @example 1042
                 */
                "Last-Event-ID"?: components["parameters"]["LastEventId"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream, without an end; it begins with `retry: 2000`, and a comment keeps it alive every 15 seconds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example id: 312 event: notification data: {"id":"06dq3vb2k4m6n8p1q3r5s7t9v0","orderId":"06dq3v9x2m8k7f4t1r5w0y6b3c","message":"ready","channel":"inbox","state":"SENT","text":"…","at":"2026-11-23T01:08:03.004Z"} */
                    "text/event-stream": string;
                };
            };
            401: components["responses"]["SignInRequired"];
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listChannels: {
        parameters: {
            query?: {
                /** @description Instead of one's own: what the staff of that branch get */
                cafeId?: components["parameters"]["StaffOf"];
            };
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Channels */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelList"];
                };
            };
            401: components["responses"]["SignInRequired"];
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    linkTelegram: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LinkTelegramRequest"];
            };
        };
        responses: {
            /** @description The code */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TelegramLink"];
                };
            };
            400: components["responses"]["InvalidBody"];
            401: components["responses"]["SignInRequired"];
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            /** @description Not now: nothing was done */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    linkWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkWebhookRequest"];
            };
        };
        responses: {
            /** @description Linked; the secret is shown this once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookLink"];
                };
            };
            400: components["responses"]["InvalidBody"];
            401: components["responses"]["SignInRequired"];
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not in the present state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Against a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    unlinkChannel: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /** @example 06dq3w4k9j7h5g3f1d2s0a8q6w */
                id: components["parameters"]["ChannelId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Unlinked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Unlinked"];
                };
            };
            401: components["responses"]["SignInRequired"];
            /** @description Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    receiveTelegramUpdate: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A fresh key for each new request, at most 255 visible ASCII characters. For 24 hours the same key with the same request gives the same answer and does nothing again; with another request it is refused with 422. A refusal is not remembered
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                secret: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TelegramUpdate"];
            };
        };
        responses: {
            /** @description Taken; Telegram would repeat it otherwise */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TelegramReply"];
                };
            };
            /** @description There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    isAlive: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alive"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    isReady: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It does */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
            /** @description Not now: nothing was done */
            503: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prometheus text */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getApiPage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    getAsyncApi: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description AsyncAPI 3.0 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": string;
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listSandboxTransactions: {
        parameters: {
            query?: {
                /** @description Of this order only */
                orderId?: components["schemas"]["Id"];
            };
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Transactions, by order id */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxTransactionList"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            default: components["responses"]["Refused"];
        };
    };
    troubleRefunds: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundOrders"];
            };
        };
        responses: {
            /** @description As asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundOrders"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            default: components["responses"]["Refused"];
        };
    };
    chargeSandbox: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChargeRequest"];
            };
        };
        responses: {
            /** @description What came of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargeAnswer"];
                };
            };
            400: components["responses"]["InvalidBody"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            default: components["responses"]["Refused"];
        };
    };
    findSandboxCharge: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order's id; its payment, its ticket and its delivery have the same
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the provider knows */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundCharge"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            default: components["responses"]["Refused"];
        };
    };
    refundSandboxCharge: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order's id; its payment, its ticket and its delivery have the same
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundOrder"];
            };
        };
        responses: {
            /** @description What came of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundAnswer"];
                };
            };
            400: components["responses"]["InvalidBody"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            default: components["responses"]["Refused"];
        };
    };
    listContextEvents: {
        parameters: {
            query?: {
                /** @description Only of this order */
                order?: components["schemas"]["Id"];
                /**
                 * @description The position of the last one seen
                 * @example 1042
                 */
                after?: number;
                /** @description At most so many */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description identity, cafe, order, payment, delivery, mypage or notification
                 * @example mypage
                 */
                context: components["parameters"]["Context"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ascending */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContextEventList"];
                };
            };
            /** @description What was sent cannot be right */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            /** @description That context does not run at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listDeadLetters: {
        parameters: {
            query?: {
                /** @description At most so many */
                limit?: components["parameters"]["Limit"];
            };
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description identity, cafe, order, payment, delivery, mypage or notification
                 * @example mypage
                 */
                context: components["parameters"]["Context"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterList"];
                };
            };
            400: components["responses"]["InvalidLimit"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            /** @description That context does not run at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    retryDeadLetters: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description identity, cafe, order, payment, delivery, mypage or notification
                 * @example mypage
                 */
                context: components["parameters"]["Context"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeadLetterSubject"];
            };
        };
        responses: {
            /** @description How many were handled */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLettersEnded"];
                };
            };
            400: components["responses"]["InvalidBody"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            /** @description That context does not run at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It fails again */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    dropDeadLetters: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description identity, cafe, order, payment, delivery, mypage or notification
                 * @example mypage
                 */
                context: components["parameters"]["Context"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeadLetterSubject"];
            };
        };
        responses: {
            /** @description How many were dropped */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLettersEnded"];
                };
            };
            400: components["responses"]["InvalidBody"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            /** @description That context does not run at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    showRebuild: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description identity, cafe, order, payment, delivery, mypage or notification
                 * @example mypage
                 */
                context: components["parameters"]["Context"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The last one, or the one under way */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildStatus"];
                };
            };
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            /** @description That context does not run at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    rebuildReadModel: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Of the words in a problem; what is nearest to Korean or English is taken, Korean if neither is named
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description identity, cafe, order, payment, delivery, mypage or notification
                 * @example mypage
                 */
                context: components["parameters"]["Context"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RebuildOrder"];
            };
        };
        responses: {
            /** @description Begun */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RebuildStatus"];
                };
            };
            400: components["responses"]["InvalidBody"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            /** @description That context does not run at this address */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not this context, or not now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
}
