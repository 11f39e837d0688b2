using Microsoft.Playwright;

namespace MlMaths.Torch.Tests.Browser;

/// <summary>What looks at pages is looked at itself: each fault is planted once.</summary>
public sealed class FaultsTests(OpenExplorers explorers) : IClassFixture<OpenExplorers>
{
    [Theory]
    [InlineData("<div style='width: 402px; height: 9px'></div>", true)]
    [InlineData("<div style='width: 400.6px; height: 9px'></div>", false)]
    [InlineData("<div style='margin-left: -3px'>to the left</div>", true)]
    [InlineData("<p style='white-space: nowrap; width: 99px'>a_word_that_leaves_its_narrow_box_and_the_page_beside_it_as_well</p>", true)]
    [InlineData("<p style='overflow: hidden; width: 90px'>a_word_that_is_cut_off_at_the_edge</p>", true)]
    [InlineData("<p style='overflow: auto; width: 90px'>a_word_that_can_be_scrolled_to_its_end</p>", false)]
    [InlineData("<div style='overflow: auto; width: 410px'>wide itself</div>", true)]
    public async Task What_hangs_over_is_found_and_a_fraction_of_a_pixel_is_forgiven(string html, bool isFound)
    {
        IPage page = (await explorers.Open(OpenExplorers.Usual, width: 400)).Page;
        await page.SetContentAsync($"<body style='margin: 0'>{html}</body>");
        string[] faults = await page.EvaluateAsync<string[]>(Faults.OfOverhang);
        Assert.True(faults.Length > 0 == isFound, string.Join(Environment.NewLine, faults));
    }

    [Theory]
    [InlineData("<div class='scroll'><svg width='500' height='99'></svg></div>", "seen: 500 in 380")]
    [InlineData("<div style='width: 200px; overflow: hidden'><svg width='300' height='99'></svg></div>", "seen: 300 in 200")]
    [InlineData("<div style='width: 500px'><svg width='450' height='99'></svg></div>", "seen: 450 in 500")] // beyond the telephone
    [InlineData("<div class='scroll'><svg width='380.6' height='99'></svg></div>", null)]
    [InlineData("<div class='scroll'><svg width='300' height='99'></svg></div>", null)]
    [InlineData("<div class='scroll' style='display: none'><svg width='500' height='99'></svg></div>", null)]
    public async Task A_drawing_that_would_have_to_be_scrolled_is_found_where_it_is_seen(string figure, string? fault)
    {
        IPage page = (await explorers.Open(OpenExplorers.Usual, width: 400)).Page;
        await page.SetContentAsync($$"""
            <style> body { margin: 0 } figure { margin: 0 10px } svg { display: block } .scroll { overflow: auto } </style>
            <figure>{{figure.Replace("<svg", "<svg id='seen'", StringComparison.Ordinal)}}</figure>
            """);
        Assert.Equal(fault is null ? [] : [fault], await page.EvaluateAsync<string[]>(Faults.OfScrolledFigures));
    }
}
