using System.Reflection;
using MlMaths.Torch.Exercises.Learn.Grading;
using MlMaths.Torch.Probability;
using Score = System.Func<double, int, int, int, double>;

namespace MlMaths.Torch.Exercises.Learn.Exercise12;

/// <summary><c>Search(validation, test, seed)</c>: twenty trials, five repeats, one test.</summary>
internal static class SearchTask
{
    private const int FewestWords = 20;

    public static MethodTask<StandIn, SearchSeen?> Task { get; } = new(
        "Search", "(double Rate, int Width, double Expected, double Test, string Findings) Search("
            + "Func<double, int, int, int, double> validation, Func<double, int, int, int, double> test, int seed)",
        Bound,
        [
            Property("the trials are judged on validation rows, and not on test rows", seen => seen.Trainings > SearchSeen.Again
                || seen.Tested != "often"),
            Property("every training on validation rows has 20 epochs: the same for all", seen => seen.Budgets == "equal"),
            Property("rates lie between 0.0001 and 1, and widths are 2, 4, 8 or 16, not always the same",
                seen => seen is { Rates: not "outside", Widths: "some" }),
            Property("rates are drawn evenly by their logarithm: as many between 0.0001 and 0.001 as between 0.1 and 1 (chance alone looks "
                + "otherwise once in a million times)", seen => seen.Rates == "log"),
            Property("the same seed makes the same trials, and another seed makes others", seen => seen.Chance == "seeded"),
            Property("Rate and Width are those of the trial with the lowest validation loss",
                seen => seen.Winner.StartsWith("lowest", StringComparison.Ordinal)),
            Property("twenty trials, and then five more trainings: of the winner, and of nothing else",
                seen => seen is { Trainings: SearchSeen.Trials + SearchSeen.Again, Repeats: not ("others" or "none") }),
            Property("the five have seeds of their own: all different, and none that any trial has used", seen =>
                seen.Repeats == "fresh"),
            Property("Expected is the mean of those five validation losses", seen => seen.Expected == "mean of repeats"),
            Property("test rows are asked once, about the winner; Test is what they answer",
                seen => seen is { Tested: "once", Test: "of the winner" }),
            Property("Findings has at least 20 words, and each number in it is one of this search",
                seen => seen is { Words: >= FewestWords, UnknownNumber: null }),
        ],
        at => at.ToString())
    {
        Searched = random => [StandIn.Drawn(random), StandIn.Drawn(random)],
        Slips = SearchSlips.All,
        Slipped = (_, slips) => SearchSlips.Seen(slips),
        Same = (one, other) => one!.IsLike(other!),
        Written = value => value?.ToString() ?? "null",
        Remark = (_, method, random) => method(StandIn.Drawn(random)) is { Words: > 120 } seen
            ? FormattableString.Invariant($"Your findings have {seen.Words} words. Five short sentences are read; a page is not.")
            : "Your findings are short enough to be read. Whoever reads them will look for one number first: Expected, and how it "
                + "was made.",
    };

    private static Property<StandIn, SearchSeen?> Property(string says, Func<SearchSeen, bool> holds) =>
        new(says, StandIn.Drawn, (_, came, _) => came.Value is { } seen && holds(seen)) { Draws = 2 };

    // Three searches: two with the seed, one with another.
    private static Func<StandIn, SearchSeen?>? Bound(MethodInfo method)
    {
        Func<(SearchSpy Spy, int Seed), SearchResult?>? own = Binding.Of<(SearchSpy Spy, int Seed), SearchResult?>(
            method, [typeof(Score), typeof(Score), typeof(int)],
            call => [(Score)call.Spy.ByValidation, (Score)call.Spy.ByTest, call.Seed], SearchResult.Read);
        if (own is null) return null;
        return at =>
        {
            (SearchSpy spy, SearchSpy again, SearchSpy other) = (new(at), new(at), new(at));
            SearchResult? result = own((spy, at.Seed));
            own((again, at.Seed));
            own((other, Seeds.Of(at.Seed, DrawnFor.Tried)));
            if (result is null) return null;
            string chance = !Rates(spy).SequenceEqual(Rates(again)) ? "unseeded" : Rates(spy).SequenceEqual(Rates(other))
                ? "same for all seeds"
                : "seeded";
            return SearchSeen.Of(spy, result, [.. Rates(spy), .. Rates(other)], chance);
        };
    }

    private static IEnumerable<double> Rates(SearchSpy spy) => spy.Validation.Take(SearchSeen.Trials).Select(trial => trial.Rate);
}
