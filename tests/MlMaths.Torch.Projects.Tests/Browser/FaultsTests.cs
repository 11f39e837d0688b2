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
}
