package io.rollcall.platform.persistence;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Stands outside the transaction's interceptor, so that each try has a transaction of its own. */
@Retried
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class RetriedInterceptor {

  private static final int TRIES = 6;

  @Resource private TransactionSynchronizationRegistry transactions;

  @AroundInvoke
  Object retry(InvocationContext invocation) throws Exception {
    if (transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
      return invocation.proceed();
    }
    for (var attempt = 1; ; attempt++) {
      try {
        return invocation.proceed();
      } catch (RuntimeException e) {
        if (attempt == TRIES || !DatabaseFailure.isLostRace(e)) {
          throw e;
        }
      }
    }
  }
}
