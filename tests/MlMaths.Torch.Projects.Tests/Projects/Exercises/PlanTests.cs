using MlMaths.Torch.Calculus;
using MlMaths.Torch.Exercises.Learn;
using MlMaths.Torch.Exercises.Learn.Lessons;
using MlMaths.Torch.Exercises.Plan;
using MlMaths.Torch.Portfolio;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>The six weeks, and a place for each topic.</summary>
public sealed class PlanTests
{
    public static TheoryData<string> Places =>
        [.. Topic.All.SelectMany(topic => topic.Places)
            .Concat(PlanCatalogue.Weeks.SelectMany(week => week.Runs.Select(run => run.Command).Concat(week.AlsoType))).Distinct()];

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_place_that_the_plan_names_is_there(string place) => Assert.True(IsThere(place.Split(' ')), $"There is no {place}.");

    [Theory]
    [InlineData("learn", "99")]
    [InlineData("learn", "lesson", "nowhere")]
    [InlineData("derivations", "nothing")]
    [InlineData("fly")]
    public void A_place_that_is_not_there_is_found(params string[] words) => Assert.False(IsThere(words));

    [Fact]
    public void All_four_areas_have_topics_and_each_topic_a_place()
    {
        Assert.Equal(4, Topic.All.Select(topic => topic.Area).Distinct().Count());
        Assert.All(Topic.All, topic => Assert.NotEmpty(topic.Places));
    }

    [Fact]
    public void Every_exercise_and_every_short_lesson_has_its_week()
    {
        Assert.Equal(Enumerable.Range(1, 6), PlanCatalogue.Weeks.Select(week => week.Number));
        Assert.Equal(ExerciseCatalogue.All, PlanCatalogue.Weeks.SelectMany(week => week.Exercises));
        Assert.Equal(
            ShortLesson.All.Select(lesson => lesson.Word).Order(), PlanCatalogue.Weeks.SelectMany(week => week.Lessons).Order());
    }

    [Fact]
    public void Resources_are_addresses_of_pages() => Assert.All(
        PlanCatalogue.Weeks.SelectMany(week => week.Resources),
        resource => Assert.True(Uri.TryCreate(resource.Address, UriKind.Absolute, out Uri? address) && address.Scheme == "https"));

    [Fact]
    public void Short_lessons_have_a_picture_a_formula_and_one_thing_to_do() => Assert.All(ShortLesson.All, lesson =>
    {
        Assert.Contains("## The picture\n", lesson.Text, StringComparison.Ordinal);
        Assert.Contains("## The formula\n", lesson.Text, StringComparison.Ordinal);
        Assert.Contains("## One thing to do\n", lesson.Text, StringComparison.Ordinal);
        Assert.NotEmpty(lesson.Drawing().AltText);
    });

    private static bool IsThere(string[] words) => words switch
    {
        ["learn", "lesson", var word] => ShortLesson.All.Any(lesson => lesson.Word == word),
        ["learn", var number] => ExerciseCatalogue.All.Any(exercise => FormattableString.Invariant($"{exercise.Number}") == number),
        ["derivations" or "check", var name] => DerivationCatalogue.All.Any(derivation => derivation.Name == name),
        [var verb, ..] => PortfolioProgram.Commands.Commands.Any(command => command.Name == verb),
        [] => false,
    };
}
