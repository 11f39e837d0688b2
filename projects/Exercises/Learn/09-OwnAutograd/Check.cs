namespace MlMaths.Torch.Exercises.Learn.Exercise09;

/// <summary>Exercise 9: a tape, played forwards for values and backwards for gradients.</summary>
internal static class Check
{
    public static Exercise Exercise { get; } = new(
        9, "OwnAutograd", "Autograd in your own words: a tape, played backwards", Week: 4,
        [
            new("Write Values and Backward, for a tape of +, *, tanh and log.", [ValuesTask.Task, BackwardTask.Ordinary]),
            new("Backward must hold where entries are used again and again; and write Explain: x·x + x, in 80 words of your own.",
                [BackwardTask.Reuse, ExplainTask.Task]),
        ])
    {
        Drawing = Lessons.LaterDrawings.Tape,
        Prediction = new(
            "y = x·x + x, at x = 3. How many times does the backward pass add something to the gradient of x?",
            ["once", "twice", "three times", "six times"], OfSquareAndSelf),
        InterviewQuestion =
            "One backward pass gives the gradients of a million weights; the difference of two losses gives only one at a time. Why?",
    };

    private static string OfSquareAndSelf()
    {
        TapeEntry[] tape = [new("x", 0, 0), new("*", 0, 0), new("+", 1, 0)];
        int uses = tape.Where(entry => entry.Op != "x").Sum(entry => (entry.A == 0 ? 1 : 0) + (entry.HasTwo && entry.B == 0 ? 1 : 0));
        double[] gradients = Played.Backward(tape, Played.Values(tape, [3]), new HashSet<string>());
        return FormattableString.Invariant($"{uses} times: x is used {uses} times, twice as a factor and once as what is added. ")
            + FormattableString.Invariant($"Together that makes {gradients[0]}. Whoever writes = in place of += keeps only the last.");
    }
}
