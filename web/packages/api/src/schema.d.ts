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
         * Start a guest session
         * @description No registration: a random id in a signed token. Customers never give a name.
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
         * @description All failures return the same response, whether the login name exists or not. After five failures the wait before the next attempt doubles from one second to one minute. Failures are counted for each name at each client address, so nobody can lock another person out. Many addresses together slow only those from which the account has never signed in.
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
         * @description The answer has a new refresh token, which replaces the one that was sent. For one minute the old one gives the same answer again, so a lost response can be repeated, and two tabs may refresh at the same time. Using it later ends the session, because it may have been copied.
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
         * @description For the first operator and newly registered accounts. The code works once, within 24 hours.
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
        /** The current account */
        get: operations["whoAmI"];
        put?: never;
        post?: never;
        /**
         * Sign out
         * @description Ends the session; a guest client only discards its tokens. Issued access tokens stay valid until they expire.
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
        /** Assign the branches of a staff account */
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
         * @description Ends its sessions and streams. Its access tokens are refused at once by the process that runs identity, and by others after at most 15 minutes. It registers and changes no accounts any more. A rider's shift ends, and what the rider has claimed and not picked up is offered again.
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
         * Change the password of the current account
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
         * @description By id. With lat and lng by distance: the nearest of all branches first, and `next` goes on to those further away; ask for it with the same lat and lng.
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
         * Changes of a branch, live
         * @description The name of a frame says which part has changed and must be read again. Without Last-Event-ID it starts with the next event. The end of a pause or of a timed sold-out is not an event: see pausedUntil and soldOutUntil.
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
         * The menu of a branch
         * @description Includes sold-out items and options.
         */
        get: operations["getMenu"];
        /**
         * Publish the menu
         * @description Sold-out items stay sold out if they are still on the menu. All prices are in the currency of the delivery fee.
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
         * Upload a menu picture
         * @description The body is the picture: PNG, JPEG or WebP, at most 400 kB and 4096 × 4096 pixels. Use the `image` of the response in a menu item. The same picture always gets the same address, so uploads can be repeated. A branch uploads at most 1000 different pictures.
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
        /** Change the profile of a branch */
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
        /** Open a branch */
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
        /** Close a branch */
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
         * Pause orders
         * @description The pause ends automatically.
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
        /** Mark an item or option as sold out or available */
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
         * The tickets of a branch
         * @description In the order in which they were placed (`turn`); DONE the last first. Without `state`: NEW, MAKING and READY as one list. Its first page is followed by the last `done` finished ones, which is the whole board if `next` is absent.
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
         * Events of a branch's tickets, live
         * @description Without Last-Event-ID it starts with the next event: list the tickets, open the stream, then list again.
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
         * @description The customer is notified, with the promised time if there is one.
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
         * @description The payment is refunded and the customer is notified with the reason.
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
         * Start making (MakeStart)
         * @description From here on the customer cannot cancel. With a concurrent cancel request exactly one succeeds: this returns 409, or the cancel is rejected.
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
         * Finish making (MakeComplete)
         * @description A pickup is kept for an hour by default; a delivery waits for its rider.
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
         * Hand over to the customer
         * @description Pickup only. For a delivery, the rider confirms the pickup.
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
         * Abort an order after making has started
         * @description The payment is refunded and the customer is notified with the reason.
         */
        post: operations["abortMaking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cafeOrders/{id}/takeBack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The drinks that a rider could not hand over are back, or lost
         * @description Ends the return of a failed or canceled delivery. `lost`, when the drinks will not come back.
         */
        post: operations["takeBack"];
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
         * @description Newest first.
         */
        get: operations["listOrders"];
        put?: never;
        /**
         * Order and pay (Order)
         * @description The café does not see the order before it is paid. 202: the provider has not answered yet. The outcome is queried until it is known; MyPage shows it.
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
         * Price a basket
         * @description Places no order and needs no sign-in.
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
         * @description The café context decides, because it also starts the making, usually within milliseconds. If it is not reachable, the response is 202, and MyPage shows the outcome.
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
         * Cancel without the café's decision
         * @description For the operator, if the café is not reachable; requires a reason, which is recorded. A ticket that arrives later is void.
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
        /** The sums of the ledger */
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
         * @description Called by the order context if payment runs in another process. Idempotent by order id. A 503 means that nothing was started.
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
         * @description Gives back the money of a completed order: `amount` of it, or all that is left. Each refund moves its money exactly once; one is in progress at a time. An order that is not at its end is canceled instead (forceCancel), which tells the bar, the rider and the customer, and refunds all of it.
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
         * My deliveries; for the operator, all deliveries in progress
         * @description A rider's own deliveries, newest first. For the operator the deliveries of all riders, oldest first; without `state`: OFFERED, CLAIMED, PICKED_UP and RETURNING.
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
         * Unclaimed deliveries nearby
         * @description Nearest first. An offer shows an approximate destination, not the address. Without lat and lng, the place of the shift is used.
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
         * Go online or offline, update my position
         * @description The position is stored only while online, and never in a log.
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
         * My earnings of a day
         * @description By time of delivery. The days are the installation's (setting `rider-time-zone`) and begin at 05:00, since a rider works for many branches. Without `day`, the present one.
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
         * Riders on shift
         * @description Riders who are online or have an active delivery.
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
         * Offers nearby and my deliveries, live
         * @description Offers near the place of the shift or near lat and lng, the end of such offers, and every step of the rider's own deliveries.
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
         * @description The address is shown only to the customer, the operator, and the rider while the delivery is active. The PIN is never shown.
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
         * Claim a delivery (Claim)
         * @description Only one rider gets it, and must be online. If it is not picked up in time, it is offered again.
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
         * Release a delivery (Release)
         * @description The delivery is offered to other riders again.
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
         * @description Requires the call number, so that riders take the right order.
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
         * @description Requires the customer's PIN. After five wrong PINs only the operator can confirm. The operator needs no PIN but must give a reason, which is recorded.
         */
        post: operations["confirmDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/deliveries/{id}/fail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Picked up and not handed over (Fail)
         * @description Ends the delivery and its order as UNDELIVERED. If the customer could not be found (customer_absent, customer_unreachable, wrong_address), the rider is paid for the way, brings the drinks back to the café, and nothing goes back to the customer by itself. Else the whole payment goes back at the head office's expense, and the rider is not paid. The operator reports it in the rider's stead.
         */
        post: operations["failDelivery"];
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
         * My orders with their status
         * @description Newest first.
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
         * All my orders, live
         * @description Without Last-Event-ID it starts with the next event. Each page has the status that the order passed, with all else as it is known when the page is sent.
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
         * Order status
         * @description The customer also sees the PIN of a delivery.
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
         * Order status, live
         * @description Starts with the current page, unless Last-Event-ID is given. May be opened before the order is known here. Each page has the status that the order passed, with all else as it is known when the page is sent.
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
         * The queues of several branches
         * @description In the order of the request. A branch without orders has no queue.
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
        /** The queue of a branch */
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
         * Daily sales of a branch
         * @description The paid orders of one business day of the branch, as far as MyPage has read the events. Canceled and refunded orders do not count as sales. Without `day`, the present one.
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
         * Orders that need attention
         * @description Orders with a problem, the longest-lasting first; each order once, with its most urgent problem.
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
         * Orders and waiting times per minute
         * @description The last minutes, oldest first, including the current one; for all branches or one. Counted in memory. After a start they are counted again from the events of the last hours, so the figures grow until that is done.
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
         * All orders, live
         * @description Without Last-Event-ID it starts with the next event.
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
         * @description Newest first.
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
         * @description Without Last-Event-ID it starts with the next event.
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
         * @description Open the url on the phone and press Start. The code links the chat; it works once, within an hour.
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
         * @description Every message is also sent to the webhook, signed according to Standard Webhooks, and retried until it is accepted.
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
         * Telegram webhook
         * @description Set this as the webhook of the bot. The path contains a configured secret; with a wrong one the response is 404.
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
         * Liveness
         * @description Checks only the process.
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
         * Readiness
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
    "/api": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** API reference page */
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
    "/sandbox/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payment tokens that the sandbox takes
         * @description For the choice of a test payment. Other tokens are declined. With a real provider there is no such address.
         */
        get: operations["listSandboxTokens"];
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
         * The provider's transactions
         * @description The ledger must match them.
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
         * Make the next refunds fail
         * @description Replaces the previous setting.
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
         * @description Called by payment if the sandbox runs in another process. Idempotent by order id. If the provider does not answer, neither does this.
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
        /** The charge of an order */
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
         * Recorded events of a context
         * @description Newest first. With `order`: the events of that order in this context, oldest first. Addresses, phone numbers, PINs and secrets are masked.
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
    "/contexts/{context}/auditLog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What staff and operators changed or overrode
         * @description Orders canceled by force, refunds, deliveries completed without the PIN or taken from a rider, accounts registered, assigned and disabled, menus, prices, hours and branches changed, dead letters retried and dropped. Newest first. `actor` of each entry is the person; `data` has the reason. Personal data is masked, and lists of objects (the items of a menu) are left out. One answer looks at 10,000 events at most, so it may have few entries or none and a `next` all the same.
         */
        get: operations["listAuditLog"];
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
         * Dead letters of a context
         * @description The first event that failed and all later ones of the same subject, in order of arrival.
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
         * Retry the dead letters of a subject
         * @description Handles all dead letters of the subject in order. If one fails again, nothing is changed.
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
         * Drop the dead letters of a subject
         * @description The dead letters are discarded; later events of the subject are handled.
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
         * Progress of a rebuild
         * @description The rebuild of this process; "none" if there was none since its start.
         */
        get: operations["showRebuild"];
        put?: never;
        /**
         * Rebuild a read model
         * @description Builds a copy from all events while the current read model keeps serving. At the end, differences are repaired or only counted. Only mypage is a read model.
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
             * @description The value for `image` of a menu item
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
         * @description The same text in both languages
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
        /** @description RFC 9457. `type` is stable and identifies the problem; `title` and `detail` are texts in the language of Accept-Language. `state` and `allowed` are present if the rejection depends on the state of the resource */
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @description What is wrong and what the caller can do */
            detail: string;
            state?: string;
            /** @description Commands that this state allows */
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
            /** @description Valid for one refresh */
            refreshToken: string;
            refreshExpiresAt: components["schemas"]["Timestamp"];
            language?: components["schemas"]["Language"];
        };
        /** @description The current account. Only registered accounts have names */
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
            next?: components["schemas"]["Next"];
        };
        /** @description The response to a registration. The code is present if no password was given */
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
            /** @description Maximum delivery distance from the café */
            radiusMetres: number;
        };
        /** @description From `begins` to just before `ends`, when the next one begins. It ends at the branch's `businessDayStarts` and not at midnight, so that a shift is within one day. Where the clocks change it has 23 or 25 hours. */
        BusinessDay: {
            /**
             * Format: date
             * @description The local date on which it begins
             */
            name: string;
            begins: components["schemas"]["Timestamp"];
            ends: components["schemas"]["Timestamp"];
        };
        /** @description The public view of a branch */
        Cafe: {
            name: components["schemas"]["Text"];
            address: string;
            place: components["schemas"]["Place"];
            phone: string;
            /** @description IANA name of a time zone: Asia/Seoul, America/New_York */
            timeZone: string;
            /** @description Minute of the local day */
            businessDayStarts: number;
            /** @description Time to make one drink at one station */
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
            /** @description CLOSED, or outside the hours: when the hours begin next, if there are any */
            opensAt?: components["schemas"]["Timestamp"];
            /** @description The present one */
            businessDay: components["schemas"]["BusinessDay"];
            hours: components["schemas"]["OpeningHours"][];
            /** @description From lat and lng, if they were given */
            distanceMetres?: number;
        };
        /**
         * @description A place in a list
         * @example 1795395723004.06dq3v9x2m8k7f4t1r5w0y6b3c
         */
        Cursor: string;
        /** @description Pass it as `after` for the next page; absent on the last one */
        Next: components["schemas"]["Cursor"];
        CafeList: {
            items: components["schemas"]["Cafe"][];
            next?: components["schemas"]["Next"];
        };
        MenuOption: {
            /** @description Unique within the item */
            id: string;
            name: components["schemas"]["Text"];
            priceDelta: components["schemas"]["Money"];
            soldOut: boolean;
            /** @description End of the sold-out period, if it has one */
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
            /** @description End of the sold-out period, if it has one */
            soldOutUntil?: components["schemas"]["Timestamp"];
            groups: components["schemas"]["OptionGroup"][];
        };
        Menu: {
            cafeId: components["schemas"]["Id"];
            items: components["schemas"]["MenuItem"][];
            /** @description Version of the branch: increases with each change */
            version: number;
        };
        /** @description The result of a command on a branch */
        CafeResult: {
            id: components["schemas"]["Id"];
            /** @enum {string} */
            status: "OPEN" | "PAUSED" | "CLOSED";
            /** @description Increases with each change */
            version: number;
        };
        /** @description The last frame of a stream whose viewer must show a new access token */
        StreamEnded: {
            /** @enum {string} */
            reason: "token-expired" | "rights-ended";
        };
        /** @description A change of a branch; the name of the frame says which part */
        CafeFrame: {
            cafeId: components["schemas"]["Id"];
            /** @description Version of the branch: increases with each change */
            version: number;
        };
        /**
         * @description Why a café rejects or aborts an order
         * @enum {string}
         */
        CafeReason: "sold_out" | "too_busy" | "closed" | "customer_request" | "unanswered" | "no_rider" | "operator_decision" | "other";
        /**
         * @description Pickup by the customer, or delivery by a rider
         * @enum {string}
         */
        Fulfilment: "pickup" | "delivery";
        /**
         * @description HANDED_OVER includes deliveries that the rider has picked up. RETURNING: the rider could not hand it over and brings it back. RETURNED, LOST: the drinks are back, or will not come
         * @enum {string}
         */
        CafeOrderStatus: "RECEIVED" | "APPROVED" | "MAKING" | "MADE" | "HANDED_OVER" | "NOT_COLLECTED" | "RETURNING" | "RETURNED" | "LOST" | "VOID" | "REJECTED" | "ABORTED";
        TicketOption: {
            id: string;
            name: components["schemas"]["Text"];
        };
        /** @description One line of a ticket, without prices */
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
            /** @description Called out by the café */
            callNumber: string;
            status: components["schemas"]["CafeOrderStatus"];
            lines: components["schemas"]["TicketLine"][];
            /** @description Drinks and other items, all lines */
            qty: number;
            /** @description Make-units, all lines */
            units: number;
            note: string;
            fulfilment: components["schemas"]["Fulfilment"];
            /** @description Ascending in the order in which the orders of the branch were placed */
            turn: number;
            orderDate: components["schemas"]["Timestamp"];
            promisedAt?: components["schemas"]["Timestamp"];
            startedAt?: components["schemas"]["Timestamp"];
            madeAt?: components["schemas"]["Timestamp"];
            collectBy?: components["schemas"]["Timestamp"];
            /** @description Increases with each change */
            version: number;
        };
        CafeOrderList: {
            items: components["schemas"]["CafeOrder"][];
            next?: components["schemas"]["Next"];
        };
        /** @description The result of a command on a ticket */
        CafeOrderResult: {
            orderId: components["schemas"]["Id"];
            status: components["schemas"]["CafeOrderStatus"];
            /** @description Increases with each change */
            version: number;
        };
        /** @enum {string} */
        OrderStatus: "PAYMENT_PENDING" | "PLACED" | "CANCEL_REQUESTED" | "CANCELED" | "COMPLETED" | "UNDELIVERED" | "EXPIRED" | "PAYMENT_FAILED";
        /**
         * @description Why an order was canceled
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
            /** @description Four digits that the customer gives to the rider; never shown to the rider */
            pin: string;
        };
        /** @description An order as its customer (or the operator) sees it in the API */
        Order: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            cafeName: components["schemas"]["Text"];
            customerId: components["schemas"]["Id"];
            /** @description Called out by the café; unique among a branch's open orders */
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
            /** @description Increases with each change */
            version: number;
        };
        OrderList: {
            items: components["schemas"]["Order"][];
            next?: components["schemas"]["Next"];
        };
        /** @description The current price of the basket */
        Quote: {
            lines: components["schemas"]["OrderLine"][];
            qty: number;
            itemsPrice: components["schemas"]["Money"];
            deliveryFee: components["schemas"]["Money"];
            totalPrice: components["schemas"]["Money"];
        };
        /** @description The result of a command on the order */
        CancelResult: {
            orderId: components["schemas"]["Id"];
            status: components["schemas"]["OrderStatus"];
            /** @description Increases with each change */
            version: number;
        };
        /**
         * @description UNKNOWN: the provider did not answer in time; the outcome is queried until it is known
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
            /** @description All that was paid back; absent: nothing */
            refunded?: components["schemas"]["Money"];
            /** @description On its way back */
            refunding?: components["schemas"]["Money"];
            /** @description Increases with each change */
            version: number;
        };
        PaymentList: {
            items: components["schemas"]["Payment"][];
            next?: components["schemas"]["Next"];
        };
        AccountBalance: {
            account: string;
            balance: components["schemas"]["Money"];
        };
        /** @description An event as its context recorded it, with personal data masked. asyncapi.yaml describes the published ones; private ones may change with any version */
        ContextEvent: {
            id: string;
            type: string;
            /** @description The context */
            source: string;
            /** @description The aggregate's id */
            subject: string;
            time: components["schemas"]["Timestamp"];
            /** @description Version of the aggregate */
            version: number;
            /** @description Its position in the context's log */
            position: number;
            /** @description The order, where there is one */
            correlationId: string;
            /** @description The event or request that caused it */
            causationId: string;
            /** @description The account that gave the command, e.g. `staff:06dq1b7y4t6s3q9e2u8j5g0f1d`; empty: the system itself */
            actor: string;
            /** @description JSON */
            data: string;
        };
        ContextEventList: {
            items: components["schemas"]["ContextEvent"][];
            next?: components["schemas"]["Next"];
        };
        AuditLog: {
            items: components["schemas"]["ContextEvent"][];
            next?: components["schemas"]["Next"];
            /** @description The answer is complete back to this time; absent: no event was left */
            reachedAt?: components["schemas"]["Timestamp"];
        };
        /** @description An event that a context failed to handle */
        DeadLetter: {
            /** @description The context that published it */
            source: string;
            /** @description The aggregate's id */
            subject: string;
            partition: number;
            offset: number;
            eventId: string;
            eventType: string;
            /** @description The error message */
            reason: string;
            attempts: number;
            parkedAt: components["schemas"]["Timestamp"];
            /** @description The event itself */
            data: string;
        };
        DeadLetterList: {
            items: components["schemas"]["DeadLetter"][];
            next?: components["schemas"]["Next"];
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
        /** @description Progress of a rebuild or a comparison */
        RebuildStatus: {
            /** @enum {string} */
            state: "none" | "reading" | "comparing" | "done" | "failed";
            repairs: boolean;
            eventsRead: number;
            /** @description Number of events at the start */
            events: number;
            /** @description Documents and rows */
            compared: number;
            different: number;
            repaired: number;
            /** @description Of what differs, at most 10 */
            examples: string[];
            failure: string;
        };
        /** @description The sums of the ledger; `total` has one amount per currency, and each must be zero */
        LedgerSummary: {
            accounts: components["schemas"]["AccountBalance"][];
            total: components["schemas"]["Money"][];
            transactions: number;
        };
        /** @description The result of a command on the payment */
        PaymentResult: {
            orderId: components["schemas"]["Id"];
            status: components["schemas"]["PaymentStatus"];
            /** @description Increases with each change */
            version: number;
        };
        /**
         * @description RETURNING, FAILED: it was not handed over; the drinks are on the way back to the café, or not
         * @enum {string}
         */
        DeliveryStatus: "PLANNED" | "OFFERED" | "CLAIMED" | "PICKED_UP" | "DELIVERED" | "RETURNING" | "FAILED" | "CANCELED";
        /**
         * @description Why a delivery failed after its pick-up
         * @enum {string}
         */
        DeliveryFailure: "customer_absent" | "customer_unreachable" | "wrong_address" | "drinks_damaged" | "rider_unable";
        DeliveryCafe: {
            name: components["schemas"]["Text"];
            place: components["schemas"]["Place"];
        };
        /** @description The delivery address */
        DropOff: {
            address: string;
            /** @description Floor, door */
            detail: string;
            place: components["schemas"]["Place"];
            phone: string;
            note: string;
        };
        /** @description One resource for all roles; the optional members depend on the caller. The PIN is never included */
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
            /** @description For the customer, the operator, and the rider while the delivery is active */
            destination?: components["schemas"]["DropOff"];
            /** @description The current or last rider */
            riderId?: components["schemas"]["Id"];
            callNumber?: string;
            /** @description The drinks are ready or picked up */
            ready: boolean;
            /** @description As far as known; not for the customer */
            claimedAt?: components["schemas"]["Timestamp"];
            pickedUpAt?: components["schemas"]["Timestamp"];
            deliveredAt?: components["schemas"]["Timestamp"];
            failedAt?: components["schemas"]["Timestamp"];
            /** @description Not for the customer */
            failure?: components["schemas"]["DeliveryFailure"];
            /** @description What the rider or the operator added; not for the customer */
            failureNote?: string;
            /** @description Increases with each change */
            version: number;
        };
        DeliveryList: {
            items: components["schemas"]["Delivery"][];
            next?: components["schemas"]["Next"];
        };
        /** @description A rider's shift and active deliveries */
        Shift: {
            riderId: components["schemas"]["Id"];
            online: boolean;
            place?: components["schemas"]["Place"];
            /** @description Claimed or picked up */
            active: components["schemas"]["Id"][];
            activeMax: number;
            version: number;
        };
        /** @description A rider's earnings of a day */
        Earnings: {
            /** Format: date */
            day: string;
            begins: components["schemas"]["Timestamp"];
            ends: components["schemas"]["Timestamp"];
            /** @description Of the day */
            timeZone: string;
            deliveries: number;
            total: components["schemas"]["Money"];
            /** @description Newest first */
            items: components["schemas"]["Earning"][];
        };
        Earning: {
            deliveryId: components["schemas"]["Id"];
            cafeName: components["schemas"]["Text"];
            fee: components["schemas"]["Money"];
            /** @description Or failed */
            deliveredAt: components["schemas"]["Timestamp"];
            /** @description In vain: the customer could not be found. The way is paid */
            failed: boolean;
        };
        /** @description A rider's shift as the operator sees it */
        RiderShift: {
            riderId: components["schemas"]["Id"];
            online: boolean;
            /** @description The rider's last position */
            place?: components["schemas"]["Place"];
            /** @description Claimed or picked up */
            active: components["schemas"]["Id"][];
            /** @description Online since then */
            since?: components["schemas"]["Timestamp"];
        };
        RiderList: {
            items: components["schemas"]["RiderShift"][];
            next?: components["schemas"]["Next"];
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
            status: "OFFERED" | "CLAIMED" | "PICKED_UP" | "DELIVERED" | "RETURNING" | "FAILED" | "CANCELED";
            /** @description The rider's own delivery */
            mine: boolean;
            version: number;
        };
        /**
         * @description A page only moves to later statuses in this list
         * @enum {string}
         */
        MyPageStatus: "PAYMENT_PENDING" | "PLACED" | "ACCEPTED" | "CANCEL_REQUESTED" | "PREPARING" | "READY" | "OUT_FOR_DELIVERY" | "UNCLAIMED" | "UNDELIVERED" | "COMPLETED" | "PAYMENT_FAILED" | "EXPIRED" | "CANCELED" | "REJECTED";
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
            /** @description Time of this status */
            at: components["schemas"]["Timestamp"];
        };
        /** @description The position in the café's queue, and the range of the estimated ready time */
        QueuePosition: {
            /** @description 1: next. 100 means "100th or later" */
            position: number;
            ordersAhead: number;
            unitsAhead: number;
            etaLow: components["schemas"]["Timestamp"];
            etaHigh: components["schemas"]["Timestamp"];
        };
        /** @description The customer's view of one order. Parts of it may be known before the order itself: then `lines` is empty, and `fulfilment`, `totalPrice` and `orderDate` are absent */
        MyPage: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            cafeName: components["schemas"]["Text"];
            customerId: components["schemas"]["Id"];
            callNumber: string;
            orderStatus: components["schemas"]["MyPageStatus"];
            orderStatusText: components["schemas"]["Text"];
            /**
             * @description The status in the five words of the original system
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
            deliveryStatus?: "PLANNED" | "CLAIMED" | "PICKED_UP" | "DELIVERED" | "FAILED" | "CANCELED";
            deliveryStatusText?: components["schemas"]["Text"];
            /** @description Of a FAILED delivery */
            deliveryFailure?: components["schemas"]["DeliveryFailure"];
            riderAssigned: boolean;
            /** @description The café has not answered; the customer may wait or cancel */
            askCustomer: boolean;
            /**
             * @description CancelReason, or the CafeReason of a rejection or abort
             * @enum {string}
             */
            cancelReason?: "customer_request" | "rejected" | "unanswered" | "make_aborted" | "no_rider" | "operator_decision" | "sold_out" | "too_busy" | "closed" | "other";
            /** @description The café's note to a rejection or cancellation */
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
            /** @description Increases with each change */
            version: number;
            /** @description From acceptance until the drinks are ready */
            queue?: components["schemas"]["QueuePosition"];
        };
        MyPageList: {
            /** @description Newest first */
            items: components["schemas"]["MyPage"][];
            next?: components["schemas"]["Next"];
        };
        /** @description The queue and waiting time for a new order */
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
        /** @description Daily sales of a branch */
        Sales: {
            cafeId: components["schemas"]["Id"];
            /**
             * Format: date
             * @description The local date on which the business day begins
             */
            day: string;
            begins: components["schemas"]["Timestamp"];
            ends: components["schemas"]["Timestamp"];
            /** @description Neither canceled nor refunded */
            orders: number;
            /** @description Drinks and other items, all of these orders */
            qty: number;
            /** @description Total paid, including delivery fees */
            sales: components["schemas"]["Money"];
            /** @description Placed, then canceled or declined */
            canceled: number;
            refunds: components["schemas"]["Refunds"];
            /** @description Best-selling first */
            items: components["schemas"]["SoldItem"][];
            /** @description Hours with sales */
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
            /** @description In the branch's time zone */
            hour: number;
            orders: number;
            qty: number;
        };
        /**
         * @description UNANSWERED: not accepted for a minute. LATE: later than promised by half the promised time, or by five minutes. NO_RIDER: made, and no rider for three minutes. UNCLAIMED: made, and collected by nobody for fifteen minutes. REFUND_DELAYED: the provider does not refund. PAYMENT_UNKNOWN: the provider gives no outcome. CANCEL_PENDING: no decision on a cancel for 30 seconds. ON_THE_WAY: picked up forty minutes ago, neither delivered nor failed
         * @enum {string}
         */
        AttentionKind: "REFUND_DELAYED" | "PAYMENT_UNKNOWN" | "CANCEL_PENDING" | "UNANSWERED" | "LATE" | "NO_RIDER" | "ON_THE_WAY" | "UNCLAIMED";
        /** @description An order that needs attention */
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
            next?: components["schemas"]["Next"];
        };
        PulseMinute: {
            /** @description Start of the minute */
            at: components["schemas"]["Timestamp"];
            placed: number;
            completed: number;
            /** @description Or declined */
            canceled: number;
            /** @description From placed to made, in seconds, of the orders made in this minute; absent if there is none */
            waitP50?: number;
            waitP90?: number;
        };
        /** @description Current load */
        Pulse: {
            at: components["schemas"]["Timestamp"];
            /** @description Paid orders in progress; 10000 means 10000 or more */
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
         * @description The channel of a message. Every message is in the inbox; recipients link other channels themselves
         * @enum {string}
         */
        Channel: "inbox" | "telegram" | "webhook";
        /**
         * @description The kind of message; empty for a failure
         * @enum {string}
         */
        MessageKind: "placed" | "payment_failed" | "expired" | "unanswered" | "accepted" | "rejected" | "cancel_refused" | "canceled" | "making" | "ready" | "on_the_way" | "delivered" | "not_collected" | "refunded" | "refund_delayed" | "cafe_new_order" | "cafe_canceled" | "rider_claimed" | "rider_released" | "rider_ready" | "rider_canceled" | "rider_recalled" | "undelivered" | "cafe_undelivered" | "rider_failed" | "";
        /** @description A message, or a failed delivery on a channel */
        Notification: {
            id: string;
            orderId: components["schemas"]["Id"];
            message: components["schemas"]["MessageKind"];
            channel: components["schemas"]["Channel"];
            /** @enum {string} */
            state: "SENT" | "FAILED";
            /** @description In the recipient's language; for a failure, the reason */
            text: string;
            at: components["schemas"]["Timestamp"];
        };
        NotificationList: {
            /** @description Newest first */
            items: components["schemas"]["Notification"][];
            next?: components["schemas"]["Next"];
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
             * @description Opens the chat with the bot and passes the code
             */
            url: string;
            expires: components["schemas"]["Timestamp"];
        };
        WebhookLink: {
            id: components["schemas"]["Id"];
            /** @description Shown only once. Signs every call (Standard Webhooks) */
            secret: string;
        };
        Unlinked: {
            id: components["schemas"]["Id"];
            /** @constant */
            status: "UNLINKED";
        };
        /** @description Empty, or a Bot API call that sends a reply to the chat */
        TelegramReply: {
            /** @constant */
            method?: "sendMessage";
            chat_id?: number;
            text?: string;
        };
        /** @description One order at the provider: at most one charge, and refunds of no more than that */
        SandboxTransaction: {
            orderId: components["schemas"]["Id"];
            captured: components["schemas"]["Money"];
            refunded: components["schemas"]["Money"];
            /** @description Number of charges; more than 1 is an error */
            captures: number;
            refunds: number;
            /** @description Empty when declined */
            approvalCode: string;
            /** @description The reason, or empty */
            declined: string;
            refundIds: string[];
        };
        SandboxTokenList: {
            items: string[];
        };
        SandboxTransactionList: {
            items: components["schemas"]["SandboxTransaction"][];
        };
        StartPaymentAnswer: {
            outcome: components["schemas"]["StartOutcome"];
            /** @description For `failed`: the provider's code */
            reason?: string;
            /** @description For `refused`: the rejection to return to the client */
            rejection?: components["schemas"]["Rejection"];
        };
        /**
         * @description `failed`: not captured, and never will be. `unknown`: an event will report the outcome. `refused`: not started; retrying does not help
         * @enum {string}
         */
        StartOutcome: "paid" | "failed" | "unknown" | "refused";
        /** @description A rejection between two processes, in both languages */
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
            /** @description Reason of a decline */
            reason?: string;
        };
        FoundCharge: {
            /** @enum {string} */
            found: "captured" | "declined" | "nothing" | "unavailable";
            /** @description The approval code */
            code?: string;
            /** @description In full */
            refunded?: boolean;
            /** @description Reason of a decline */
            reason?: string;
        };
        RefundAnswer: {
            /** @enum {string} */
            outcome: "done" | "refused" | "unknown";
            /** @description Reason of a rejection */
            reason?: string;
        };
        /**
         * @description Behaviour of the next refunds. `fail`: rejected. `time_out`: made, but never answered
         * @enum {string}
         */
        RefundTrouble: "fail" | "time_out";
        RefundOrders: {
            /** @description Number of refunds to affect */
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
            /** @description The id of the request that causes it */
            cause?: string;
            /**
             * @description Milliseconds; after that the outcome is reported as unknown
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
            /** @description The provider must not charge after this time */
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
        NameRequest: {
            ko: string;
            en: string;
        };
        DescriptionRequest: {
            ko: string;
            en: string;
        };
        DeliveryTermsRequest: {
            /** @default true */
            offered: boolean;
            fee?: components["schemas"]["Money"];
            /** @default 3000 */
            radiusMetres: number;
        };
        CafeProfileRequest: {
            name: components["schemas"]["NameRequest"];
            address: string;
            place: components["schemas"]["Place"];
            phone?: string;
            /**
             * @description IANA name of a time zone: Asia/Seoul, America/New_York
             * @default Asia/Seoul
             */
            timeZone: string;
            /**
             * @description Minute of the local day at which a business day ends and the next one begins. Not within the opening hours.
             * @default 300
             */
            businessDayStarts: number;
            /**
             * @description Time to make one drink at one station
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
            /** @description Chosen by the operator; generated if absent */
            id?: components["schemas"]["Id"];
            name: components["schemas"]["NameRequest"];
            address: string;
            place: components["schemas"]["Place"];
            phone?: string;
            /**
             * @description IANA name of a time zone: Asia/Seoul, America/New_York
             * @default Asia/Seoul
             */
            timeZone: string;
            /**
             * @description Minute of the local day at which a business day ends and the next one begins. Not within the opening hours.
             * @default 300
             */
            businessDayStarts: number;
            /**
             * @description Time to make one drink at one station
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
            name: components["schemas"]["NameRequest"];
            priceDelta?: components["schemas"]["Money"];
        };
        /** @description The customer takes at least `min` and at most `max` of the options */
        OptionGroupRequest: {
            id: components["schemas"]["Id"];
            name: components["schemas"]["NameRequest"];
            /** @default 0 */
            min: number;
            /** @default 1 */
            max: number;
            options: components["schemas"]["MenuOptionRequest"][];
        };
        MenuItemRequest: {
            id: components["schemas"]["Id"];
            name: components["schemas"]["NameRequest"];
            description?: components["schemas"]["DescriptionRequest"];
            category?: components["schemas"]["DescriptionRequest"];
            price: components["schemas"]["Money"];
            /**
             * @description Work to make one, in drinks
             * @default 1
             */
            units: number;
            /** @description An uploaded picture, or an https address */
            image?: string;
            groups?: components["schemas"]["OptionGroupRequest"][];
        };
        /** @description The whole menu; replaces the previous one */
        MenuRequest: {
            items: components["schemas"]["MenuItemRequest"][];
        };
        /** @description The weekly opening hours; if empty, the branch has no fixed hours */
        HoursRequest: {
            hours: components["schemas"]["OpeningHours"][];
        };
        PauseRequest: {
            /**
             * @description 1500 is the longest business day
             * @default 15
             */
            minutes: number;
            reason?: string;
        };
        SoldOutRequest: {
            menuId: components["schemas"]["Id"];
            /** @description One option of the item; empty: the item itself */
            optionId?: string;
            /** @default true */
            soldOut: boolean;
            /** @description If absent: until changed */
            until?: components["schemas"]["Timestamp"];
        };
        ApproveRequest: {
            /**
             * @description Promised time; 0: no promise
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
            /** @description The number that the customer shows; empty: not checked */
            callNumber?: string;
        };
        TakeBackRequest: {
            /**
             * @description The drinks will not come back
             * @default false
             */
            lost: boolean;
        };
        /** @description An empty request: omit the body or send {} */
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
        /** @description The customer's basket, without prices */
        Basket: {
            cafeId: components["schemas"]["Id"];
            /** @default pickup */
            fulfilment: components["schemas"]["Fulfilment"];
            lines: components["schemas"]["BasketLine"][];
            /** @description Required for a delivery, otherwise absent */
            destination?: components["schemas"]["BasketDestination"];
            note?: string;
            /** @description The price that the client shows; 409 if it differs */
            totalPrice?: components["schemas"]["Money"];
        };
        /** @description With the sandbox provider the token selects the behaviour: approve, decline; and, if the server runs with --demo or --sandbox-troubles: stall (never answers, never charges), stall_then_charge (charges after a while), timeout_after_charge (charges at once, never answers). Any other token is declined */
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
            /** @description Required for a delivery, otherwise absent */
            destination?: components["schemas"]["BasketDestination"];
            note?: string;
            /** @description The price that the client shows; 409 if it differs */
            totalPrice?: components["schemas"]["Money"];
            payment?: components["schemas"]["PaymentChoice"];
        };
        ForceCancelRequest: {
            /** @description Recorded with the order */
            reason: string;
        };
        RefundRequest: {
            /** @description Recorded with the payment */
            reason: string;
            /** @description Above 0; absent: all that is left */
            amount?: components["schemas"]["Money"];
            /**
             * @description At whose expense
             * @default cafe
             * @enum {string}
             */
            borneBy: "cafe" | "head_office";
        };
        /** @description Absent members stay unchanged */
        ShiftRequest: {
            online?: boolean;
            /** @description The rider's current position */
            place?: components["schemas"]["Place"];
        };
        StartDeliveryRequest: {
            /** @description From the cup */
            callNumber: string;
        };
        ConfirmDeliveryRequest: {
            /** @description The customer's PIN; not needed by the operator */
            pin?: string;
            /** @description Required from the operator; recorded with the delivery */
            reason?: string;
        };
        FailDeliveryRequest: {
            reason: components["schemas"]["DeliveryFailure"];
            /**
             * @description For the operator: no address, no phone number
             * @default
             */
            note: string;
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
            /** @description Called out by the café */
            callNumber: string;
            fulfilment: components["schemas"]["Fulfilment"];
            lines: components["schemas"]["TicketLine"][];
            /** @description Drinks and other items, all lines */
            qty: number;
            note: string;
            orderDate: components["schemas"]["Timestamp"];
            /** @description Ascending in the order in which the orders of the branch were placed */
            turn: number;
            /** @description The ticket's, after this event */
            version: number;
        };
        OrderApprovedFrame: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            /** @description Promised time; 0 = no promise */
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
            /** @description A rider will pick it up */
            forDelivery: boolean;
            startedAt: components["schemas"]["Timestamp"];
            /** @description The ticket's, after this event */
            version: number;
        };
        MakeCompletedFrame: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            /** @description A rider will pick it up */
            forDelivery: boolean;
            madeAt: components["schemas"]["Timestamp"];
            /** @description Pickup: kept until this time */
            collectBy?: components["schemas"]["Timestamp"];
            /** @description The ticket's, after this event */
            version: number;
        };
        /** @description Pickup: handed to the customer */
        HandedOverFrame: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            /** @description The ticket's, after this event */
            version: number;
        };
        /** @description Delivery: picked up by the rider (DeliveryStarted) */
        CollectedByRiderFrame: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            /** @description The ticket's, after this event */
            version: number;
        };
        /** @description Not collected in time. The café may still hand it over */
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
        /** @description The order was canceled without the café's decision (OrderCanceled: no rider, the operator's decision); the café stops making it. Also published for an order that was canceled before its ticket arrived */
        TicketVoidedFrame: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            /** @description The ticket's, after this event */
            version: number;
        };
        /** @description The café aborted the order after making had started */
        MakeAbortedFrame: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            reason: components["schemas"]["CafeReason"];
            note: string;
            /** @description The ticket's, after this event */
            version: number;
        };
        /** @description Delivery: the rider could not hand it over and brings it back */
        ReturnExpectedFrame: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            /** @description The ticket's, after this event */
            version: number;
        };
        /** @description The drinks are back at the café, or will not come */
        DrinksReturnedFrame: {
            orderId: components["schemas"]["Id"];
            cafeId: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            lost: boolean;
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
        /** @description Invalid request */
        InvalidBody: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Invalid request */
        InvalidPage: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Invalid request */
        InvalidDay: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Somebody else has replaced it since the client read it */
        ChangedMeanwhile: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Violates a rule */
        KeyReused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests */
        TooManyAttempts: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Temporarily unavailable; nothing was done */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Errors that any address may return, most of them before routing */
        Refused: {
            headers: {
                Allow: components["headers"]["Allow"];
                "Accept-Encoding": components["headers"]["Accept-Encoding"];
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
         * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
         * @example ko
         */
        Language: string;
        /**
         * @description The ETag of what the client has changed: 412 if somebody else has replaced it since. Without it the last PUT wins
         * @example "menu-3"
         */
        IfMatch: string;
        /**
         * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
         * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
         */
        IdempotencyKey: string;
        /**
         * @description identity, cafe, order, payment, delivery, mypage or notification
         * @example mypage
         */
        Context: components["schemas"]["Id"];
        /**
         * @description The id of the last frame seen; the stream continues after it. 0: from the beginning. Browsers send it automatically
         * @example 1042
         */
        LastEventId: string;
        /** @description Replaces the header Authorization, which a browser's EventSource cannot send. For streams only */
        AccessToken: string;
        /** @description Maximum number of results */
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
        /** @description The `next` of the previous page. Opaque; valid for the same list with the same other parameters. Absent: the first page */
        After: components["schemas"]["Cursor"];
        /**
         * @description A business day by the date on which it begins, as 2026-11-23; the present one if absent
         * @example 2026-11-23
         */
        Day: string;
        /**
         * @description The order id; payment, ticket and delivery have the same id
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
         * @description The branch
         * @example euljiro
         */
        CafeAsked: components["schemas"]["Id"];
        /** @description The inbox of this branch's staff instead of one's own */
        StaffOf: components["schemas"]["Id"];
    };
    requestBodies: never;
    headers: {
        "WWW-Authenticate": "Bearer";
        /**
         * @description The revision, for If-Match of a PUT
         * @example "menu-3"
         */
        ETag: string;
        /** @description Seconds */
        "Retry-After": string;
        /** @description With 415 for a compressed body: identity */
        "Accept-Encoding": string;
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Too many requests */
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description The session is extended */
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
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    enterByLink: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Violates a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The current account */
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
                /** @description Maximum number of results */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the previous page. Opaque; valid for the same list with the same other parameters. Absent: the first page */
                after?: components["parameters"]["After"];
            };
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Invalid request */
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Invalid request */
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
            /** @description Conflicts with the current state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Violates a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
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
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Invalid request */
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
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflicts with the current state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Violates a rule */
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
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflicts with the current state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Violates a rule */
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description The code, shown only once */
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
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflicts with the current state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    changeOwnPassword: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Conflicts with the current state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Violates a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
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
                /** @description Maximum number of results */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the previous page. Opaque; valid for the same list with the same other parameters. Absent: the first page */
                after?: components["parameters"]["After"];
            };
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Invalid request */
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
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Invalid request */
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
            /** @description Conflicts with the current state */
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Cafe"];
                };
            };
            /** @description Not found */
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
                /** @description Replaces the header Authorization, which a browser's EventSource cannot send. For streams only */
                access_token?: components["parameters"]["AccessToken"];
            };
            header?: {
                /**
                 * @description The id of the last frame seen; the stream continues after it. 0: from the beginning. Browsers send it automatically
                 * @example 1042
                 */
                "Last-Event-ID"?: components["parameters"]["LastEventId"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description An endless stream. It starts with `retry: 2000`, and a comment keeps it alive every 15 seconds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example id: 412 event: SoldOutChanged data: {"cafeId":"euljiro","version":14} */
                    "text/event-stream": string;
                };
            };
            /** @description Not found */
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Menu"];
                };
            };
            /** @description Not found */
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
                 * @description The ETag of what the client has changed: 412 if somebody else has replaced it since. Without it the last PUT wins
                 * @example "menu-3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Done, or already in this state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CafeResult"];
                };
            };
            /** @description Invalid request */
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
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["ChangedMeanwhile"];
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Stored */
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
            /** @description Not a picture */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Violates a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            default: components["responses"]["Refused"];
        };
    };
    changeCafeProfile: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The ETag of what the client has changed: 412 if somebody else has replaced it since. Without it the last PUT wins
                 * @example "menu-3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Done, or already in this state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CafeResult"];
                };
            };
            /** @description Invalid request */
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
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["ChangedMeanwhile"];
            /** @description Violates a rule */
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
                 * @description The ETag of what the client has changed: 412 if somebody else has replaced it since. Without it the last PUT wins
                 * @example "menu-3"
                 */
                "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Done, or already in this state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CafeResult"];
                };
            };
            /** @description Invalid request */
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
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            412: components["responses"]["ChangedMeanwhile"];
            /** @description Violates a rule */
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
    openCafe: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Done, or already in this state */
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
            /** @description Not found */
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
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Done, or already in this state */
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
            /** @description Not found */
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
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Done, or already in this state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CafeResult"];
                };
            };
            /** @description Invalid request */
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
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflicts with the current state */
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
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Done, or already in this state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CafeResult"];
                };
            };
            /** @description Invalid request */
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
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Violates a rule */
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Not found */
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
                 * @description The branch
                 * @example euljiro
                 */
                cafeId: components["parameters"]["CafeAsked"];
                /** @description A column of the order board */
                state?: "NEW" | "MAKING" | "READY" | "DONE";
                /**
                 * @description Without `state`: also return this many finished tickets
                 * @example 20
                 */
                done?: number;
                /** @description Maximum number of results */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the previous page. Opaque; valid for the same list with the same other parameters. Absent: the first page */
                after?: components["parameters"]["After"];
            };
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Invalid request */
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order id; payment, ticket and delivery have the same id
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
            403: components["responses"]["RoleNotAllowed"];
            /** @description Not found */
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
                 * @description The branch
                 * @example euljiro
                 */
                cafeId: components["parameters"]["CafeAsked"];
                /** @description Replaces the header Authorization, which a browser's EventSource cannot send. For streams only */
                access_token?: components["parameters"]["AccessToken"];
            };
            header?: {
                /**
                 * @description The id of the last frame seen; the stream continues after it. 0: from the beginning. Browsers send it automatically
                 * @example 1042
                 */
                "Last-Event-ID"?: components["parameters"]["LastEventId"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An endless stream. It starts with `retry: 2000`, and a comment keeps it alive every 15 seconds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example id: 1042 event: MakeStarted data: {"orderId":"06dq3v9x2m8k7f4t1r5w0y6b3c","cafeId":"euljiro","customerId":"06dq3v8h5n2c9w7x4z1k6m0p8r","forDelivery":false,"startedAt":"2026-11-23T01:04:03.004Z","version":3} */
                    "text/event-stream": string;
                };
            };
            /** @description Invalid request */
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
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order id; payment, ticket and delivery have the same id
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
            /** @description Done, or already in this state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CafeOrderResult"];
                };
            };
            /** @description Invalid request */
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
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflicts with the current state */
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
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order id; payment, ticket and delivery have the same id
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
            /** @description Done, or already in this state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CafeOrderResult"];
                };
            };
            /** @description Invalid request */
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
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflicts with the current state */
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
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order id; payment, ticket and delivery have the same id
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
            /** @description Done, or already in this state */
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
            403: components["responses"]["RoleNotAllowed"];
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflicts with the current state */
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
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order id; payment, ticket and delivery have the same id
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
            /** @description Done, or already in this state */
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
            403: components["responses"]["RoleNotAllowed"];
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflicts with the current state */
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
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order id; payment, ticket and delivery have the same id
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
            /** @description Done, or already in this state */
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
            403: components["responses"]["RoleNotAllowed"];
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflicts with the current state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Violates a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyAttempts"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    abortMaking: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order id; payment, ticket and delivery have the same id
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
            /** @description Done, or already in this state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CafeOrderResult"];
                };
            };
            /** @description Invalid request */
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
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflicts with the current state */
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
    takeBack: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order id; payment, ticket and delivery have the same id
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["TakeBackRequest"];
            };
        };
        responses: {
            /** @description Done, or already in this state */
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
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflicts with the current state */
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
                /** @description Maximum number of results */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the previous page. Opaque; valid for the same list with the same other parameters. Absent: the first page */
                after?: components["parameters"]["After"];
            };
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            400: components["responses"]["InvalidPage"];
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
                 * @description A new key for each order. A repeated request with the same key and body joins the order in progress or gets its response
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key": string;
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Paid and placed */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description The outcome of the payment is not known yet */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description Invalid request */
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
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflicts with the current state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Violates a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    "Retry-After": components["headers"]["Retry-After"];
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; nothing was done */
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description The current price */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Quote"];
                };
            };
            /** @description Invalid request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflicts with the current state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Violates a rule */
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order id; payment, ticket and delivery have the same id
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
            /** @description Not found */
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
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order id; payment, ticket and delivery have the same id
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
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflicts with the current state */
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
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order id; payment, ticket and delivery have the same id
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody: {
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
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflicts with the current state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Violates a rule */
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
    listPaymentsInTrouble: {
        parameters: {
            query?: {
                /** @description Without it: both */
                state?: "UNKNOWN" | "REFUND_REQUESTED";
                /** @description Maximum number of results */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the previous page. Opaque; valid for the same list with the same other parameters. Absent: the first page */
                after?: components["parameters"]["After"];
            };
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Payments, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentList"];
                };
            };
            /** @description Invalid request */
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The balance of each account; the total is zero */
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description The outcome, as far as it is known */
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
            /** @description Temporarily unavailable; nothing was started */
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
    getPayment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order id; payment, ticket and delivery have the same id
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
            403: components["responses"]["RoleNotAllowed"];
            /** @description Not found */
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
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order id; payment, ticket and delivery have the same id
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
            /** @description Refunded, or the refund is in progress */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PaymentResult"];
                };
            };
            /** @description Invalid input */
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
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflicts with the current state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Violates a rule */
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
    listDeliveries: {
        parameters: {
            query?: {
                /** @description Only deliveries in this state. A rider: CLAIMED, PICKED_UP, DELIVERED, RETURNING, FAILED, CANCELED. The operator: PLANNED, OFFERED, CLAIMED, PICKED_UP, RETURNING */
                state?: "PLANNED" | "OFFERED" | "CLAIMED" | "PICKED_UP" | "DELIVERED" | "RETURNING" | "FAILED" | "CANCELED";
                /** @description Maximum number of results */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the previous page. Opaque; valid for the same list with the same other parameters. Absent: the first page */
                after?: components["parameters"]["After"];
            };
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Invalid request */
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
                /** @description Maximum number of results */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the previous page. Opaque; valid for the same list with the same other parameters. Absent: the first page */
                after?: components["parameters"]["After"];
            };
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Invalid request */
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
            /** @description Violates a rule */
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Invalid request */
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
            422: components["responses"]["KeyReused"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    getEarnings: {
        parameters: {
            query?: {
                /**
                 * @description A business day by the date on which it begins, as 2026-11-23; the present one if absent
                 * @example 2026-11-23
                 */
                day?: components["parameters"]["Day"];
            };
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Conflicts with the current state */
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
    listRiders: {
        parameters: {
            query?: {
                /** @description Maximum number of results */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the previous page. Opaque; valid for the same list with the same other parameters. Absent: the first page */
                after?: components["parameters"]["After"];
            };
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            400: components["responses"]["InvalidPage"];
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
                /** @description Replaces the header Authorization, which a browser's EventSource cannot send. For streams only */
                access_token?: components["parameters"]["AccessToken"];
            };
            header?: {
                /**
                 * @description The id of the last frame seen; the stream continues after it. 0: from the beginning. Browsers send it automatically
                 * @example 1042
                 */
                "Last-Event-ID"?: components["parameters"]["LastEventId"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An endless stream. It starts with `retry: 2000`, and a comment keeps it alive every 15 seconds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example id: 88 event: DeliveryReady data: {"deliveryId":"06dq3v9x2m8k7f4t1r5w0y6b3c","cafeId":"euljiro","status":"CLAIMED","mine":true,"version":4} */
                    "text/event-stream": string;
                };
            };
            /** @description Invalid request */
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order id; payment, ticket and delivery have the same id
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
            /** @description Not found */
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
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order id; payment, ticket and delivery have the same id
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or already in this state */
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
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflicts with the current state */
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
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order id; payment, ticket and delivery have the same id
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done, or already in this state */
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
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflicts with the current state */
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
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order id; payment, ticket and delivery have the same id
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
            /** @description Done, or already in this state */
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
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflicts with the current state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Violates a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyAttempts"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    confirmDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order id; payment, ticket and delivery have the same id
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
            /** @description Done, or already in this state */
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
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflicts with the current state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Violates a rule */
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
    failDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order id; payment, ticket and delivery have the same id
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FailDeliveryRequest"];
            };
        };
        responses: {
            /** @description Done, or already in this state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Delivery"];
                };
            };
            /** @description Invalid request */
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
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflicts with the current state */
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
    listMyPages: {
        parameters: {
            query?: {
                /** @description Maximum number of results */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the previous page. Opaque; valid for the same list with the same other parameters. Absent: the first page */
                after?: components["parameters"]["After"];
            };
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Invalid request */
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
                /** @description Replaces the header Authorization, which a browser's EventSource cannot send. For streams only */
                access_token?: components["parameters"]["AccessToken"];
            };
            header?: {
                /**
                 * @description The id of the last frame seen; the stream continues after it. 0: from the beginning. Browsers send it automatically
                 * @example 1042
                 */
                "Last-Event-ID"?: components["parameters"]["LastEventId"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An endless stream. It starts with `retry: 2000`, and a comment keeps it alive every 15 seconds */
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order id; payment, ticket and delivery have the same id
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
            403: components["responses"]["RoleNotAllowed"];
            /** @description Not found */
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
                /** @description Replaces the header Authorization, which a browser's EventSource cannot send. For streams only */
                access_token?: components["parameters"]["AccessToken"];
            };
            header?: {
                /**
                 * @description The id of the last frame seen; the stream continues after it. 0: from the beginning. Browsers send it automatically
                 * @example 1042
                 */
                "Last-Event-ID"?: components["parameters"]["LastEventId"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order id; payment, ticket and delivery have the same id
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An endless stream. It starts with `retry: 2000`, and a comment keeps it alive every 15 seconds */
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
            403: components["responses"]["RoleNotAllowed"];
            /** @description Not found */
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
    listQueueLengths: {
        parameters: {
            query: {
                /**
                 * @description Up to 100 branch ids, separated by commas
                 * @example euljiro,hongdae
                 */
                cafes: string;
            };
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Invalid request */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Temporarily unavailable; nothing was done */
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Temporarily unavailable; nothing was done */
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
                 * @description A business day by the date on which it begins, as 2026-11-23; the present one if absent
                 * @example 2026-11-23
                 */
                day?: components["parameters"]["Day"];
            };
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
                /** @description Maximum number of results */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the previous page. Opaque; valid for the same list with the same other parameters. Absent: the first page */
                after?: components["parameters"]["After"];
            };
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
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
                    "application/json": components["schemas"]["AttentionList"];
                };
            };
            400: components["responses"]["InvalidPage"];
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Invalid request */
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
                /** @description Replaces the header Authorization, which a browser's EventSource cannot send. For streams only */
                access_token?: components["parameters"]["AccessToken"];
            };
            header?: {
                /**
                 * @description The id of the last frame seen; the stream continues after it. 0: from the beginning. Browsers send it automatically
                 * @example 1042
                 */
                "Last-Event-ID"?: components["parameters"]["LastEventId"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An endless stream. It starts with `retry: 2000`, and a comment keeps it alive every 15 seconds */
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
                /** @description The inbox of this branch's staff instead of one's own */
                cafeId?: components["parameters"]["StaffOf"];
                /** @description Maximum number of results */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the previous page. Opaque; valid for the same list with the same other parameters. Absent: the first page */
                after?: components["parameters"]["After"];
            };
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Invalid request */
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
                /** @description The inbox of this branch's staff instead of one's own */
                cafeId?: components["parameters"]["StaffOf"];
                /** @description Replaces the header Authorization, which a browser's EventSource cannot send. For streams only */
                access_token?: components["parameters"]["AccessToken"];
            };
            header?: {
                /**
                 * @description The id of the last frame seen; the stream continues after it. 0: from the beginning. Browsers send it automatically
                 * @example 1042
                 */
                "Last-Event-ID"?: components["parameters"]["LastEventId"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An endless stream. It starts with `retry: 2000`, and a comment keeps it alive every 15 seconds */
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
                /** @description The inbox of this branch's staff instead of one's own */
                cafeId?: components["parameters"]["StaffOf"];
            };
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Not available on this server */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    linkWebhook: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Linked; the secret is shown only once */
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
            /** @description Conflicts with the current state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Violates a rule */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyRequests"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    unlinkChannel: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Not found */
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
                 * @description A new key for each new request, at most 255 visible ASCII characters. For 24 hours, the same key with the same request returns the same response without a further effect; with another request it is rejected with 422. Rejections are not stored
                 * @example 8d6f0a52-6f0e-4b8f-9a51-1c7c1f1b0b57
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Accepted; Telegram retries otherwise */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TelegramReply"];
                };
            };
            /** @description Not found */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["KeyReused"];
            429: components["responses"]["TooManyAttempts"];
            503: components["responses"]["Unavailable"];
            default: components["responses"]["Refused"];
        };
    };
    isAlive: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Alive */
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ready"];
                };
            };
            /** @description Temporarily unavailable; nothing was done */
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
    getApiPage: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
    listSandboxTokens: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tokens */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxTokenList"];
                };
            };
            default: components["responses"]["Refused"];
        };
    };
    listSandboxTransactions: {
        parameters: {
            query?: {
                /** @description Of this order only */
                orderId?: string;
            };
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundOrders"];
                };
            };
            /** @description Invalid request */
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description The outcome */
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order id; payment, ticket and delivery have the same id
                 * @example 06dq3v9x2m8k7f4t1r5w0y6b3c
                 */
                id: components["parameters"]["OrderId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The transaction as the provider knows it */
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
                 * @example ko
                 */
                "Accept-Language"?: components["parameters"]["Language"];
            };
            path: {
                /**
                 * @description The order id; payment, ticket and delivery have the same id
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
            /** @description The outcome */
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
                /** @description Only events of this order */
                order?: components["schemas"]["Id"];
                /** @description Maximum number of results */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the previous page. Opaque; valid for the same list with the same other parameters. Absent: the first page */
                after?: components["parameters"]["After"];
            };
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContextEventList"];
                };
            };
            /** @description Invalid request */
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
            /** @description This context does not run in this process */
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
    listAuditLog: {
        parameters: {
            query?: {
                /**
                 * @description Only what this person did
                 * @example operator:06dq1b7y4t6s3q9e2u8j5g0f1d
                 */
                actor?: string;
                /** @description Maximum number of results */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the previous page. Opaque; valid for the same list with the same other parameters. Absent: the first page */
                after?: components["parameters"]["After"];
            };
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description Newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditLog"];
                };
            };
            /** @description Invalid request */
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
            /** @description This context does not run in this process */
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
                /** @description Maximum number of results */
                limit?: components["parameters"]["Limit"];
                /** @description The `next` of the previous page. Opaque; valid for the same list with the same other parameters. Absent: the first page */
                after?: components["parameters"]["After"];
            };
            header?: {
                /**
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            400: components["responses"]["InvalidPage"];
            401: components["responses"]["SignInRequired"];
            403: components["responses"]["RoleNotAllowed"];
            /** @description This context does not run in this process */
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description This context does not run in this process */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The event failed again */
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description This context does not run in this process */
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
            /** @description The current or last rebuild */
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
            /** @description This context does not run in this process */
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
                 * @description Language of problem texts: Korean or English, whichever matches best; Korean by default
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
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RebuildOrder"];
            };
        };
        responses: {
            /** @description Started */
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
            /** @description This context does not run in this process */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not a read model, or a rebuild is in progress */
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
