using MlMaths.Torch.Exercises.Learn.Grading;

namespace MlMaths.Torch.Exercises.Learn.Exercise12;

/// <summary>What people do wrong in a search, each as what is seen of it.</summary>
internal static class SearchSlips
{
    public static IReadOnlyList<Slip> All { get; } =
    [
        new("linear-rates", "when rates are drawn evenly between their ends: nine of ten are above 0.1 then", "NextDouble"),
        new("winners-curse", "when the best of twenty is quoted as what to expect: the luckiest draw, and not the best setting alone",
            "return|Min"),
        new("winners-curse-in-spite", "when the winner is trained again, and the loss of its lucky trial is quoted all the same", "return"),
        new("chosen-on-test", "when test rows choose", "test"),
        new("trials-on-test", "when every trial is judged on test rows, and validation rows are only asked about the winner", "test("),
        new("validation-unused", "when validation rows are never asked: test rows judge the trials and the repeats", "test("),
        new("tested-all", "when every trial is tested, although validation rows choose: the test has been looked at twenty times", "test"),
        new("unequal-budgets", "when trainings differ in their epochs", "epoch|20"),
        new("other-budget", "with another number of epochs than 20", "20"),
        new("one-seed", "when the repeats have the very seed of the trial that won: they are that trial once more",
            "+= validation(|Average|validation("),
        new("one-new-seed", "when all repeats have one and the same seed", "+= validation(|Average|validation("),
        new("own-seed-too", "when one of the repeats has the seed of the trial that won", "+= validation(|Average|validation("),
        new("trial-included", "when the trial that won is part of the mean: its luck is part of it, too", "Average|/"),
        new("best-repeat", "when the best of the repeats is quoted, and not their mean", "Min"),
        new("mean-of-trials", "from the mean of all twenty trials", "Average"),
        new("expected-by-test", "when a test loss is quoted as the expected validation loss", "test"),
        new("highest-wins", "when the highest loss wins", "Max|Descending|>"),
        new("last-wins", "when the last trial wins", "="),
        new("one-trial-fewer", "with nineteen trials", "19|for"),
        new("unseeded", "when the generator is not made of the seed", "new Random"),
        new("seed-ignored", "when every seed makes the same trials", "new Random"),
        new("one-width", "when only one width is tried", "width"),
        new("widths-outside", "when widths are drawn that are none of 2, 4, 8 and 16", "Next"),
        new("rates-outside", "when rates lie below 0.0001 or above 1", "Pow|Exp|NextDouble"),
        new("rates-by-another-law", "when rates are drawn by some other law than evenly by their logarithm (e to the power, say)",
            "Exp|Pow|NextDouble"),
        new("used-seeds", "when the repeats have seeds that other trials have used", "+= validation(|Average|validation("),
        new("one-trial-more", "with twenty-one trials", "<=|21"),
        new("grid", "when rates come from a short list, over and over", "["),
        new("not-tested", "when nothing is ever tested", "return"),
        new("fewer-repeats", "with fewer than five repeats", "for"),
    ];

    public static SearchSeen Seen(IReadOnlySet<string> slips) => slips.Aggregate(SearchSeen.Right, (seen, slip) => slip switch
    {
        "linear-rates" => seen with { Rates = "linear" },
        "winners-curse" => seen with { Trainings = SearchSeen.Trials, Repeats = "none", Expected = "lowest trial" },
        "winners-curse-in-spite" => seen with { Expected = "lowest trial" },
        "chosen-on-test" => seen with { Winner = "by test", Tested = "often" },
        "trials-on-test" => seen with { Trainings = SearchSeen.Again, Rates = "few", Winner = "none", Tested = "often" },
        "validation-unused" => seen with
        {
            Trainings = 0,
            Budgets = "unequal",
            Rates = "other",
            Chance = "same for all seeds",
            Winner = "none",
            Repeats = "none",
            Expected = "something else",
            Tested = "often",
        },
        "tested-all" => seen with { Tested = "often" },
        "unequal-budgets" => seen with { Budgets = "unequal" },
        "other-budget" => seen with { Budgets = "other" },
        "one-seed" => seen with { Repeats = "the same seed" },
        "one-new-seed" => seen with { Repeats = "one seed" },
        "own-seed-too" => seen with { Repeats = "its own seed too" },
        "trial-included" => seen with { Expected = "mean with its trial" },
        "best-repeat" => seen with { Expected = "best repeat" },
        "mean-of-trials" => seen with { Expected = "mean of trials" },
        "expected-by-test" => seen with { Expected = "a test loss" },
        "highest-wins" => seen with { Winner = "highest" },
        "last-wins" => seen with { Winner = "last" },
        "one-trial-fewer" => seen with { Trainings = SearchSeen.Trials + SearchSeen.Again - 1 },
        "unseeded" => seen with { Chance = "unseeded" },
        "seed-ignored" => seen with { Chance = "same for all seeds" },
        "one-width" => seen with { Widths = "one" },
        "widths-outside" => seen with { Widths = "outside" },
        "rates-outside" => seen with { Rates = "outside" },
        "rates-by-another-law" => seen with { Rates = "other" },
        "used-seeds" => seen with { Repeats = "seeds of other trials" },
        "one-trial-more" => seen with { Trainings = SearchSeen.Trials + SearchSeen.Again + 1 },
        "grid" => seen with { Rates = "few" },
        "not-tested" => seen with { Tested = "never", Test = "none" },
        "fewer-repeats" => seen with { Trainings = SearchSeen.Trials + SearchSeen.Again - 2 },
        _ => throw new InvalidOperationException($"{slip} is no slip."),
    });
}
