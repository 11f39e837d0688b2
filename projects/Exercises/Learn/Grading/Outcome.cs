namespace MlMaths.Torch.Exercises.Learn.Grading;

/// <summary>What a call of a learner's method came to: a value, or an exception.</summary>
/// <param name="Value">What it returned; default where it threw.</param>
/// <param name="Thrown">What it threw; null where it returned.</param>
internal sealed record Outcome<T>(T? Value, Exception? Thrown)
{
    /// <summary>Calls the method.</summary>
    public static Outcome<T> Of<TIn>(Func<TIn, T> method, TIn input)
    {
        try
        {
            return new(method(input), null);
        }
        catch (Exception thrown) // whatever a learner's code throws is an answer to be talked about
        {
            Exception own = thrown;
            while (own is System.Reflection.TargetInvocationException { InnerException: { } inner }) own = inner;
            return new(default, own);
        }
    }

    /// <summary>Whether it says “not defined”: by null, which NaN was read as, or by throwing.</summary>
    public bool IsUndefined => Thrown is not null || Value is null;

    /// <summary>Whether the method is still as the stub has it.</summary>
    public bool IsUnwritten => Thrown?.GetType().Name == "NotImplementedException";
}
