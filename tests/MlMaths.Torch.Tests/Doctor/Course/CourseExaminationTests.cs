using MlMaths.Torch.Doctor;

namespace MlMaths.Torch.Tests.Doctor;

/// <summary>Symptoms of a course: found where they are planted, and not beside.</summary>
public sealed class CourseExaminationTests
{
    private const int Seed = 7;

    [Theory]
    [InlineData("""{ "data": { "set": "line" }, "rule": { "kind": "sgd", "learning_rate": 20 }, "training": { "epochs": 20 } }""",
        "stays_finite", "learning_rate_too_large")]
    [InlineData("""{ "data": { "set": "diabetes" }, "net": { "hidden": [128] }, "training": { "epochs": 300 } }""",
        "no_rise", "overfitted")]
    [InlineData("""{ "data": { "set": "line" }, "training": { "epochs": 2 } }""", "reaches_references", "too_few_epochs")]
    [InlineData("""{ "data": { "set": "line" }, "rule": { "learning_rate": 0.00001 } }""", "reaches_references", "learning_rate_too_small")]
    [InlineData("""{ "data": { "set": "blobs" }, "loss": { "penalty": 3 } }""", "reaches_references", "penalty_too_strong")]
    [InlineData("""{ "data": { "set": "square" }, "net": { "hidden": [1], "activation": "tanh" }, "rule": { "learning_rate": 0.01 } }""",
        "reaches_references", "net_too_small")]
    [InlineData("""{ "data": { "set": "line" }, "rule": { "schedule": "step", "decay": 0.1, "decay_epochs": 1 } }""",
        "reaches_references", "learning_rate_falls_too_soon")]
    public void A_planted_symptom_is_found_and_its_cause_named(string json, string check, string cause)
    {
        CourseExamination course = Of(json);
        CheckResult failed = course.Checks.Single(one => one.Id == check);
        Assert.Equal((CheckOutcome.Failed, cause), (failed.Outcome, failed.Fault?.Id));
        Assert.Equal(cause, course.Causes[0].Id);
    }

    [Theory]
    [InlineData("""{ "rule": { "learning_rate": 0.01 }, "training": { "epochs": 60 } }""")]
    [InlineData("""{ "data": { "set": "blobs" }, "net": { "dropout": 0.5 } }""")]
    [InlineData("""{ "data": { "set": "line", "noise": 0.5 }, "net": { "hidden": [] }, "rule": { "learning_rate": 0.01 } }""")]
    [InlineData("""{ "data": { "set": "iris" }, "rule": { "learning_rate": 0.01, "schedule": "cosine" } }""")]
    [InlineData("""{ "data": { "set": "wine" }, "training": { "epochs": 100 } }""")]
    [InlineData("""{ "data": { "set": "rare" } }""")]
    [InlineData("""{ "data": { "set": "line" }, "loss": { "kind": "absolute" } }""")]
    [InlineData("""
        {
            "data": { "set": "moons", "label_noise": 0.2 }, "rule": { "learning_rate": 0.01 },
            "training": { "epochs": 100, "early_stopping": 15 }
        }
        """)]
    public void A_sound_neighbour_has_no_symptom(string json)
    {
        CourseExamination course = Of(json);
        Assert.Empty(course.Causes);
        Assert.DoesNotContain(CheckOutcome.Failed, course.Checks.Select(check => check.Outcome));
    }

    [Fact]
    public void Without_validation_rows_it_says_what_was_not_asked()
    {
        CourseExamination course = Of("""{ "data": { "set": "line", "validation": 0 }, "training": { "epochs": 1 } }""");
        Assert.Empty(course.Causes);
        Assert.Equal(CheckOutcome.Passed, course.Checks.Single(check => check.Id == "stays_finite").Outcome);
        CheckResult reaches = course.Checks.Single(check => check.Id == "reaches_references");
        Assert.Equal((CheckOutcome.NotRun, "There are no validation rows."), (reaches.Outcome, reaches.Why));
    }

    [Fact]
    public void A_net_that_stops_early_is_judged_by_what_it_hands_out()
    {
        CourseExamination course = Of("""
            {
                "data": { "set": "moons", "rows": 200, "noise": 0.5 }, "net": { "hidden": [128, 128] },
                "rule": { "learning_rate": 0.01 }, "training": { "epochs": 150, "early_stopping": 10 }
            }
            """);
        Assert.Equal(CheckOutcome.Passed, course.Checks.Single(check => check.Id == "no_rise").Outcome);
    }

    [Fact]
    public void The_picture_marks_the_moment_and_shows_what_is_possible()
    {
        CoursePicture picture = Of("""{ "data": { "set": "line" }, "training": { "epochs": 5 } }""").Picture!;
        Assert.Equal(["training", "validation"], picture.Curves.Select(curve => curve.Run));
        Assert.Equal(["constant answer", "linear model", "known-good net"], picture.Levels.Select(level => level.Name));
        Assert.Equal(5, picture.Curves[1].Values.Count);
        IReadOnlyList<double> validation = picture.Curves[1].Values;
        Assert.Equal(picture.Curves[1].Steps[validation.Index().MinBy(look => look.Item).Index], picture.Moment?.Epoch);
        Assert.Contains($"lowest validation loss {NumberText.Brief(validation.Min())}", picture.Moment?.Words, StringComparison.Ordinal);
    }

    private static CourseExamination Of(string json)
    {
        var spec = TrainingSpec.Parse(json);
        using var data = SpecData.Prepare(spec, Seed);
        return CourseExamination.Of(spec, data, Seed, CancellationToken.None);
    }
}
