package io.rollcall.platform.work;

import io.rollcall.platform.database.DatabaseFailure;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.TransactionalException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Stands outside the transaction's interceptor, so that each try has a transaction of its own. That
 * interceptor's exception is wrapped, for servers have mappers of their own for it.
 */
@DatabaseWork
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class DatabaseWorkInterceptor {

  /** No try begins later than this, so that a client hears of trouble before it gives up. */
  private static final long LAST_TRY_NANOS = Duration.ofSeconds(3).toNanos();

  private static final int LONGEST_PAUSE_MILLISECONDS = 64;

  @Inject private Admission admission;

  @Resource private TransactionSynchronizationRegistry transactions;

  @AroundInvoke
  Object work(InvocationContext invocation) throws Exception {
    if (transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
      return invocation.proceed();
    }
    var tenantId = tenantId(invocation);
    admission.enter(tenantId);
    try {
      return retried(invocation);
    } finally {
      admission.leave(tenantId);
    }
  }

  private static String tenantId(InvocationContext invocation) {
    return Arrays.stream(invocation.getParameters())
        .filter(OfTenant.class::isInstance)
        .map(parameter -> ((OfTenant) parameter).tenantId())
        .findFirst()
        .orElse(null);
  }

  private static Object retried(InvocationContext invocation) throws Exception {
    var start = System.nanoTime();
    var isFirst = true;
    for (var pause = 1; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLISECONDS)) {
      try {
        return isFirst ? invocation.proceed() : Attempt.repeated(invocation::proceed);
      } catch (RuntimeException e) {
        if (!DatabaseFailure.isLostRace(e) || System.nanoTime() - start > LAST_TRY_NANOS) {
          throw e instanceof TransactionalException ? new IllegalStateException(e) : e;
        }
      }
      isFirst = false;
      TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(pause + 1L));
    }
  }
}
