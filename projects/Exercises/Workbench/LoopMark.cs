namespace MlMaths.Torch.Exercises.Workbench;

/// <summary>
/// Where a learner's code goes round: the line of the loop that was entered last. <see cref="MarkedLoops"/> writes the calls, so that
/// code which never ends can be told at which line.
/// </summary>
public static class LoopMark
{
    private static int _line;

    /// <summary>The line of the loop whose body began last; 0 for none.</summary>
    public static int Line => Volatile.Read(ref _line);

    /// <summary>The body of the loop of this line begins once more.</summary>
    public static void At(int line) => Volatile.Write(ref _line, line);
}
