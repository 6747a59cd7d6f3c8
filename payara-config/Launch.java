import java.util.List;
import java.util.Map;

/**
 * What the launcher asks the WAR. Its class {@code io.rollcall.platform.start.Launch} has a static
 * method for each, and says what they do.
 */
interface Launch {

  Map<String, String> prepare();

  void awaitDatabase();

  void muteAfterFailure();

  List<String> greeting();

  String health(boolean isUp);

  String starting();
}
